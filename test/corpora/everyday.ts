import type { Everyday } from './corpus';
import { DEVELOPER } from './everyday-developer';
import { READERS } from './everyday-readers';
import { AWS_AND_STRANGERS } from './everyday-services';
import { SOFTWARE } from './everyday-software';
import { SPECIALISTS } from './everyday-specialists';

/** What people and software do on an ordinary day, by role and account; written for this project. */
export const EVERYDAY: readonly Everyday[] = [...DEVELOPER, ...READERS, ...SPECIALISTS, ...SOFTWARE, ...AWS_AND_STRANGERS];
