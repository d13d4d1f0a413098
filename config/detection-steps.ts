/** The detection ladder, from the lowest step to the highest; each step includes those below it. */
export const DETECTION_STEPS = ['native', 'centralized', 'correlated', 'respond', 'hunting', 'deception'] as const;
export type DetectionStep = (typeof DETECTION_STEPS)[number];

/** Does the chosen step include another one? */
export function includesStep(chosen: DetectionStep, step: DetectionStep): boolean {
  return DETECTION_STEPS.indexOf(chosen) >= DETECTION_STEPS.indexOf(step);
}
