import { CreateDetectorCommand, GetDetectorCommand, ListDetectorsCommand, UpdateDetectorCommand } from '@aws-sdk/client-guardduty';
import { DescribeHubCommand, EnableSecurityHubCommand } from '@aws-sdk/client-securityhub';
import { missing } from '../missing';
import { nothing, type Plan, step, type World } from '../step';

/** GuardDuty and Security Hub see again; what belongs to the delegation (membership, features, standards) comes back from the security account. */
export async function restoreDetection({ here }: World, target: { readonly kind: 'detector' | 'hub' }): Promise<Plan> {
  const { guardduty, securityhub } = await here();
  if (target.kind === 'hub') {
    const hub = await securityhub.send(new DescribeHubCommand({})).catch(missing('InvalidAccessException', 'ResourceNotFoundException'));
    // Standards are the business of the configuration policy.
    return hub?.HubArn ? nothing() : step('enables Security Hub', () => securityhub.send(new EnableSecurityHubCommand({ EnableDefaultStandards: false })));
  }
  const id = (await guardduty.send(new ListDetectorsCommand({}))).DetectorIds?.[0];
  if (!id) return step('makes the detector of GuardDuty', () => guardduty.send(new CreateDetectorCommand({ Enable: true })));
  const { Status } = await guardduty.send(new GetDetectorCommand({ DetectorId: id }));
  return Status === 'ENABLED'
    ? nothing()
    : step(`enables detector ${id} of GuardDuty`, () => guardduty.send(new UpdateDetectorCommand({ DetectorId: id, Enable: true })));
}
