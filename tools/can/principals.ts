import { accountNamed } from '../../config/blueprint';
import { iamRoleArn } from '../../lib/arn';
import type { TerraformJson } from '../synthesis/synthesize';
import { managedPolicy } from './managed-policies';
import { type NamedPolicy, named, resourcesOf, type Synthesized } from './synthesized';
import { arnOf, type ReferenceScope, resolveReferences } from './terraform-references';

/** Who asks, with what IAM says of them. */
export interface Principal {
  readonly arn: string;
  readonly policies: readonly NamedPolicy[];
  readonly boundary?: NamedPolicy;
  /** Tags of the role, which its sessions carry as aws:PrincipalTag. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Account where somebody from elsewhere asks: a service, or a stranger. */
  readonly at?: string;
}

/** The role that Identity Center makes of a permission set in an account; undefined when there is no such set. */
export function permissionSet(synthesized: Synthesized, name: string, accountName: string): Principal | undefined {
  const scope = synthesized.scope('org-access');
  const address = resourcesOf(scope, 'aws_ssoadmin_permission_set').find(([, set]) => set.name === name)?.[0];
  if (!address) return undefined;
  const of = (type: string): TerraformJson[] =>
    resourcesOf(scope, type)
      .map(([, attributes]) => attributes)
      .filter(({ permission_set_arn }) => permission_set_arn === `\${aws_ssoadmin_permission_set.${address}.arn}`);
  const { region } = synthesized.blueprint.identityCenter;
  const { id } = accountNamed(synthesized.blueprint, accountName);
  return {
    arn: iamRoleArn(id, `/aws-reserved/sso.amazonaws.com/${region}/`, `AWSReservedSSO_${name}_0123456789abcdef`),
    policies: [
      ...of('aws_ssoadmin_managed_policy_attachment').map(({ managed_policy_arn }) => managedPolicy(managed_policy_arn)),
      ...of('aws_ssoadmin_permission_set_inline_policy').map(({ inline_policy }) => named(`permission set ${name}`, inline_policy, scope)),
    ],
  };
}

/** A role that the stacks of an account make, by name or by path and name (`/platform/apply`); undefined when there is none. */
export function role(synthesized: Synthesized, wanted: string, accountName: string): Principal | undefined {
  for (const scope of synthesized.scopesOf(accountName)) {
    for (const [address, { name, path = '/', permissions_boundary, tags }] of resourcesOf(scope, 'aws_iam_role')) {
      if (`${path}${name}` !== wanted && `${path}${name}` !== `/${wanted}` && name !== wanted) continue;
      const boundary = permissions_boundary ? customerPolicy(permissions_boundary, scope) : undefined;
      const principal = { arn: iamRoleArn(scope.account, path, name), policies: rolePolicies(address, name, scope), ...(boundary ? { boundary } : {}) };
      return { ...principal, tags: { ...scope.document.provider.aws[0].default_tags?.[0]?.tags, ...tags } };
    }
  }
  return undefined;
}

/** Names of all permission sets. */
export const permissionSetNames = (synthesized: Synthesized): string[] =>
  resourcesOf(synthesized.scope('org-access'), 'aws_ssoadmin_permission_set').map(([, { name }]) => name);

/** Path and name of every role that the stacks of an account make. */
export const roleNames = (synthesized: Synthesized, accountName: string): string[] =>
  synthesized.scopesOf(accountName).flatMap((scope) => resourcesOf(scope, 'aws_iam_role').map(([, { name, path = '/' }]) => `${path}${name}`));

function rolePolicies(address: string, name: string, scope: ReferenceScope): NamedPolicy[] {
  const of = (type: string): TerraformJson[] =>
    resourcesOf(scope, type)
      .map(([, attributes]) => attributes)
      .filter(({ role }) => role === name || role.startsWith(`\${aws_iam_role.${address}.`));
  return [
    ...of('aws_iam_role_policy_attachment').map(({ policy_arn }) =>
      policy_arn.startsWith('arn:aws:iam::aws:') ? managedPolicy(policy_arn) : customerPolicy(policy_arn, scope),
    ),
    ...of('aws_iam_role_policy').map((inline) => named(`role ${name}, policy ${inline.name}`, inline.policy, scope)),
  ];
}

/** @throws Error when no resource of the same state makes the policy */
function customerPolicy(reference: string, scope: ReferenceScope): NamedPolicy {
  const arn = resolveReferences(reference, scope);
  for (const [name, { policy }] of resourcesOf(scope, 'aws_iam_policy')) if (arnOf('aws_iam_policy', name, scope) === arn) return named(arn, policy, scope);
  throw new Error(`${scope.stack}: does not make the policy ${arn}; attach one that it makes`);
}

/** The boundary of what developers make in an environment; undefined in accounts without developers. */
export function developerBoundary(synthesized: Synthesized, accountName: string): NamedPolicy | undefined {
  for (const scope of synthesized.scopesOf(accountName))
    for (const [, { name, policy }] of resourcesOf(scope, 'aws_iam_policy'))
      if (name === 'developer-boundary') return named('developer-boundary', policy, scope);
  return undefined;
}
