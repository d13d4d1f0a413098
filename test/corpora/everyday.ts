import type { Everyday } from './corpus';
import { DEVELOPER } from './everyday-developer';

/** What people and software do on an ordinary day, by role and account; written for this project. */
export const EVERYDAY: readonly Everyday[] = [...DEVELOPER];
