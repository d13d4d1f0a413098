import type { Guardrail } from '../guardrail-context';

/** IMDSv1 hands an instance's credentials to any server-side request forgery. Instances start with IMDSv2 only. */
export const denyInstanceMetadataV1: Guardrail = () => ({
  Sid: 'DenyInstanceMetadataV1',
  Effect: 'Deny',
  Action: 'ec2:RunInstances',
  Resource: 'arn:aws:ec2:*:*:instance/*',
  Condition: { StringEquals: { 'ec2:MetadataHttpTokens': 'optional' } },
});
