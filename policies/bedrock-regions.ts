/**
 * Inference profiles of Amazon Bedrock that stay on the continent of their region: eu.anthropic..., us..., apac... They send a
 * call to regions where nobody works, and AWS authorizes it there as well, with the profile's ARN in the request (Bedrock user
 * guide, cross-region inference; read 2026-11). Profiles named `global` leave the continent and are not among these.
 */
export const inferenceProfiles = (regions: readonly string[]): string[] =>
  regions.map((region) => `arn:aws:bedrock:${region}:*:inference-profile/${region.slice(0, 2)}*`);

/** Only `InvokeModel` and its kin are sent on. */
export const INFERENCE_ACTIONS: readonly string[] = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
