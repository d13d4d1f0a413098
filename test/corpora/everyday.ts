import type { Everyday } from './corpus';
import { BESIDE_GUARDRAILS } from './everyday-beside-guardrails';
import { BUILDERS } from './everyday-builders';
import { DEVELOPER } from './everyday-developer';
import { DUTIES } from './everyday-duties';
import { MACHINES } from './everyday-machines';
import { READERS } from './everyday-readers';
import { AWS_AND_STRANGERS } from './everyday-services';
import { SOFTWARE } from './everyday-software';
import { SPECIALISTS } from './everyday-specialists';

/** What people and software do on an ordinary day, by role and account; written for this project. */
export const EVERYDAY: readonly Everyday[] = [
  ...DEVELOPER,
  ...READERS,
  ...SPECIALISTS,
  ...SOFTWARE,
  ...AWS_AND_STRANGERS,
  ...BUILDERS,
  ...DUTIES,
  ...MACHINES,
  ...BESIDE_GUARDRAILS,
];
