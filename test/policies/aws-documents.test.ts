import { administrator, evaluateCall } from '../../tools/can/corpus';
import { exampleOrganization } from '../support/organization';

const organization = exampleOrganization();
const admin = (account: string) => administrator(`arn:aws:iam::${organization.blueprint.accounts[account]?.id}:role/Admin`);
/** Documents of AWS belong to no account; AWS's list of resources does not know them, so they are evaluated without it. */
const send = (account: string, action: string, document: string) =>
  evaluateCall(organization, admin(account), { action, resources: [`arn:aws:ssm:eu-west-1::document/${document}`] }, ['scp'], true);

it.each(['prod', 'dev', 'test'])('%s: documents of AWS that run what the caller writes are denied, patching goes on', async (account) => {
  for (const document of [
    'AWS-RunShellScript',
    'AWS-RunPowerShellScript',
    'AWS-RunRemoteScript',
    'AWS-RunDocument',
    'AWS-RunAnsiblePlaybook',
    'AWS-ApplyAnsiblePlaybooks',
  ])
    expect([document, (await send(account, 'ssm:SendCommand', document)).allowed]).toEqual([document, false]);
  for (const document of ['AWS-RunPatchBaseline', 'AWS-GatherSoftwareInventory', 'AWS-UpdateSSMAgent'])
    expect([document, (await send(account, 'ssm:SendCommand', document)).allowed]).toEqual([document, true]);
});
