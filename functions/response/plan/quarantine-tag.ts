/** Tag of what is cut off or kept as evidence; its value is the incident. A guardrail keeps others from changing such things (ProtectQuarantined). */
export const QUARANTINE_TAG = 'Quarantine';
