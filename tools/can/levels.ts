import type { TerraformJson } from '../synthesis/synthesize';
import { type NamedPolicy, named, resourcesOf, type Synthesized } from './synthesized';
import { resolveReferences } from './terraform-references';

/** Policies of one level of the organization. */
export interface Level {
  /** Path of its unit, '' for the root. */
  readonly unit: string;
  readonly policies: readonly NamedPolicy[];
}
export type OrganizationPolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

/**
 * Policies of the root and of every unit down to the account's, as AWS evaluates them.
 * None for the management account: organization policies do not bind it.
 */
export function levels(synthesized: Synthesized, type: OrganizationPolicyType, accountName: string): Level[] {
  if (accountName === 'management') return [];
  return synthesized.once(`levels ${type} ${accountName}`, () =>
    pathsTo(unitOf(synthesized, accountName)).map((unit) => ({ unit, policies: attached(synthesized, type, unit) })),
  );
}

/** The root and every unit on the way to one: '', workloads, workloads/prod. */
export const pathsTo = (unit: string): string[] => ['', ...unit.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))];

/** Path of the unit in which a member account sits now. @throws Error for accounts that left the organization's state */
export function unitOf(synthesized: Synthesized, accountName: string): string {
  const account = synthesized.scope('org').document.resource.aws_organizations_account[`account_${accountName}`];
  if (!account) throw new Error(`${accountName}: is no account of the org stack; its status is ${synthesized.blueprint.accounts[accountName]?.status}`);
  return unitPath(synthesized, account.parent_id);
}

function unitPath(synthesized: Synthesized, reference: string): string {
  const name = /^\$\{aws_organizations_organizational_unit\.([\w-]+)\.id\}$/.exec(reference)?.[1];
  if (!name) return ''; // the root
  const unit: TerraformJson = synthesized.scope('org').document.resource.aws_organizations_organizational_unit[name];
  const above = unitPath(synthesized, unit.parent_id);
  return above === '' ? unit.name : `${above}/${unit.name}`;
}

/** Policies attached to a unit; FullAWSAccess, which AWS attaches everywhere, is not among them. */
export function attached(synthesized: Synthesized, type: OrganizationPolicyType, unit: string): NamedPolicy[] {
  const scope = synthesized.scope('org-policies');
  const { organization, organizationalUnits } = synthesized.blueprint;
  const target = unit === '' ? organization.rootId : organizationalUnits[unit];
  return resourcesOf(scope, 'aws_organizations_policy_attachment')
    .filter(([, { target_id }]) => target_id === target)
    .map(([, { policy_id }]): TerraformJson => scope.document.resource.aws_organizations_policy[resolveReferences(policy_id, scope)])
    .filter((policy) => (policy.type ?? 'SERVICE_CONTROL_POLICY') === type)
    .map(({ name, content }) => named(name, content, scope));
}
