import type { Guardrail } from '../guardrail-context';

/** Data leaves by one attribute: an image, snapshot or document that is shared with everybody. */
export const denyPublicSharing: Guardrail = () => ({
  Sid: 'DenyPublicSharing',
  Effect: 'Deny',
  Action: ['ec2:ModifyImageAttribute', 'ec2:ModifySnapshotAttribute'],
  Resource: '*',
  Condition: { StringEquals: { 'ec2:Add/group': 'all' } },
});
