import { guardrail } from '../guardrail-context';

export const denyUnencryptedVolumes = guardrail(
  'DenyUnencryptedVolumes',
  'A volume without encryption is readable from any copy of its snapshots. Nobody is exempt.',
  () => ({ Action: ['ec2:CreateVolume', 'ec2:RunInstances'], Resource: 'arn:aws:ec2:*:*:volume/*', Condition: { Bool: { 'ec2:Encrypted': 'false' } } }),
);
