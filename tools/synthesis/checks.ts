import { accountRootArn } from '../../lib/arn';
import type { TerraformJson } from './synthesize';

/** Principals of AWS itself that are no role of ours, with the document that names them. None yet. */
const AWS_OWNED_ACCOUNTS: readonly string[] = [];
const POLICY_ATTRIBUTES = ['policy', 'assume_role_policy', 'content'];
/** Sets that refer to a policy which the account may not have yet cannot be assigned (Identity Center user guide). */
const FORBIDDEN_TYPES = ['aws_ssoadmin_customer_managed_policy_attachment', 'aws_ssoadmin_permissions_boundary_attachment'];
/** Conditions that make `*` harmless. */
const ORGANIZATION_KEYS = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'kms:CallerAccount'];

/** What a green offline apply cannot see and AWS would refuse; each a line `path: what is wrong; what to do`. */
export function violations(stack: string, document: TerraformJson): string[] {
  const lines: string[] = [];
  if (document.data?.terraform_remote_state) lines.push(`${stack}: reads another stack's state; pass a computed name instead`);
  for (const [type, resources] of Object.entries<TerraformJson>(document.resource ?? {})) {
    if (FORBIDDEN_TYPES.includes(type))
      lines.push(`${stack}/${type}: cannot be assigned before its policy exists in the account; use inline and AWS-managed policies`);
    for (const [name, attributes] of Object.entries<TerraformJson>(resources)) {
      for (const attribute of POLICY_ATTRIBUTES) {
        lines.push(...principalViolations(`${stack}/${type}.${name}.${attribute}`, attributes[attribute]));
      }
    }
  }
  return lines;
}

/** AWS rejects principals that do not exist (yet): only roots, services, conditioned `*` and providers of the same state may stand there. */
function principalViolations(path: string, text: unknown): string[] {
  let policy: TerraformJson;
  try {
    policy = JSON.parse(String(text));
  } catch {
    return [];
  }
  return (policy.Statement ?? []).flatMap((statement: TerraformJson) => {
    if (statement.Principal === undefined || statement.Effect === 'Deny') return [];
    const kinds = statement.Principal === '*' ? { AWS: '*' } : statement.Principal;
    return Object.entries<TerraformJson>(kinds).flatMap(([kind, who]) =>
      [who]
        .flat()
        .filter((principal: string) => !allowed(kind, principal, statement))
        .map((principal: string) => `${path}: ${statement.Sid} names the principal ${principal}; write an account root with a condition on aws:PrincipalArn`),
    );
  });
}

function allowed(kind: string, principal: string, statement: TerraformJson): boolean {
  if (kind === 'Service') return true;
  if (kind === 'Federated') return principal.startsWith('${aws_iam_openid_connect_provider.');
  if (principal === '*') {
    const keys = Object.values<TerraformJson>(statement.Condition ?? {}).flatMap((keys) => Object.keys(keys));
    return keys.some((key) => ORGANIZATION_KEYS.includes(key)) || statement.Sid === 'AllowReadingAwsBuckets';
  }
  if (/^arn:aws:iam::\$\{aws_organizations_account\.[\w-]+\.id\}:root$/.test(principal)) return true; // an account that the same state makes first
  const account = /^arn:aws:iam::(\d{12}):root$/.exec(principal)?.[1];
  return (account !== undefined && principal === accountRootArn(account)) || principal.startsWith('${aws_iam_role.') || AWS_OWNED_ACCOUNTS.includes(principal);
}
