import { guardrail } from '../guardrail-context';

export const denyInstanceMetadataV1 = guardrail(
  'DenyInstanceMetadataV1',
  "IMDSv1 hands an instance's credentials to any server-side request forgery: instances start with IMDSv2 only. Nobody is exempt.",
  () => ({ Action: 'ec2:RunInstances', Resource: 'arn:aws:ec2:*:*:instance/*', Condition: { StringEquals: { 'ec2:MetadataHttpTokens': 'optional' } } }),
);
