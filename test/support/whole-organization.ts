import { loadBlueprint } from '../../config/load';
import { type CallResult, evaluateCall, evaluateCalls } from '../../tools/can/corpus';
import { Synthesized } from '../../tools/can/synthesized';
import type { Synthesis } from '../../tools/synthesis/synthesize';
import type { Attack, Everyday } from '../corpora/corpus';
import { exampleIds, exampleInput } from '../fixtures/example';
import { bound, principalOf } from './organization';
import { synth } from './synth';

/** Accounts besides those of the example, one for every further place that an account can be in: name -> unit. */
export const PLACES = {
  newcomer: 'onboarding',
  closed: 'suspended',
  playground: 'sandbox',
  hub: 'infrastructure',
  rehearsal: 'policy-staging',
  quarantined: 'workloads/quarantined',
} as const;
/** Units without accounts of their own in the configuration: a fork moves accounts there by hand. */
const MOVED: readonly (keyof typeof PLACES)[] = ['playground', 'hub', 'rehearsal'];

/** The example organization with a partner and with accounts everywhere, one of them cut off by the quarantine policy. */
export function wholeOrganization(): { readonly synthesized: Synthesized; readonly documents: Synthesis['documents'] } {
  const input = exampleInput();
  const ids = exampleIds();
  input.backup = { copyTo: 'log-archive' };
  input.guardrails = { partners: [{ name: 'scanner', account: '999988887777' as never }], deployRoles: ['app-deploy', 'app/pipelines/deploy'] };
  for (const [index, [name, unit]] of Object.entries(PLACES).entries()) {
    input.environments[name] = {
      email: `aws+${name}@example.com`,
      status: unit === 'onboarding' || unit === 'suspended' ? unit : 'active',
      profile: 'economy',
      network: { cidr: `10.${100 + index}.0.0/16` },
    };
    ids.accounts[name] = `7777777770${index}0`;
    ids.organizationalUnits[`workloads/${name}`] = `ou-a1b2-2222222${index}`;
  }
  const { documents } = synth(input, ids);
  const { resource } = documents.get('org');
  for (const name of MOVED)
    resource.aws_organizations_account[`account_${name}`].parent_id = `\${aws_organizations_organizational_unit.unit_${PLACES[name]}.id}`;
  attachQuarantine(documents, ids.organizationalUnits['workloads/quarantined'] as string);
  return { synthesized: new Synthesized(loadBlueprint(input, ids).blueprint, documents), documents };
}

/** As the response does it; to the unit that holds nothing but the account, because evaluation goes by units. */
function attachQuarantine(documents: Synthesis['documents'], target: string): void {
  const { aws_organizations_policy: policies, aws_organizations_policy_attachment: attachments } = documents.get('org-policies').resource;
  for (const name of Object.keys(policies).filter((policy) => policies[policy].name.startsWith('platform-quarantine-')))
    attachments[`${name}-response`] = { policy_id: `\${aws_organizations_policy.${name}.id}`, target_id: target };
}

/** An attack carried out in an account: `{here}` is that account. */
export const placed = <T extends { readonly in: string }>(row: T, account: string = row.in): T => ({
  ...JSON.parse(JSON.stringify(row).replaceAll('{here}', `{${account}}`)),
  in: account,
});

/** What the guardrails say of an attack, alone: whoever attacks has every right otherwise. */
export function attackResult(synthesized: Synthesized, attack: Attack): Promise<CallResult> {
  return evaluateCalls(synthesized, principalOf(synthesized, attack), bound(synthesized, attack.calls), ['scp', 'rcp']);
}

/** What AWS owns has no account in its ARN; its list of resources lacks most of these. */
const ofAws = (resource: string): boolean => /^arn:aws:[\w-]+:[\w-]*:(aws)?:/.test(resource);

/** What the policies of a row's layers say of everyday work. */
export function everydayResult(synthesized: Synthesized, row: Everyday): Promise<CallResult> {
  const call = bound(synthesized, row.call);
  const anyResource = row.as === 'root' || (call.resources?.some(ofAws) ?? false); // root's own credentials have no ARN
  return evaluateCall(synthesized, principalOf(synthesized, row), call, row.layers ?? ['scp', 'identity'], anyResource);
}
