import { NAMING_THE_ACCOUNT } from '../../policies/role/services-naming-the-account';
import { validate } from '../../policies/validate';
import { secretsIn } from '../leaks/secrets-in';
import { ofSynthesis } from '../leaks/terraform-blocks';
import type { Directory } from './directory';
import { type FoundPolicy, unreadablePolicies } from './policy-documents';
import { type PolicyContext, principalMistake, principalsOf } from './principals';
import { conditionValues } from './statement-conditions';
import type { Synthesis, TerraformJson } from './synthesize';

const UNREADABLE = 'is a policy that only Terraform can read; write it with policyDocument()';
/** Sets that refer to a policy which the account may not have yet cannot be assigned (Identity Center user guide). */
const FORBIDDEN_TYPES = ['aws_ssoadmin_customer_managed_policy_attachment', 'aws_ssoadmin_permissions_boundary_attachment'];

/** What a green offline apply cannot see and AWS would refuse, or should; each a line `path: what is wrong, got value; what to do`. */
export function violations({ documents, resources, policies }: Pick<Synthesis, 'documents' | 'resources' | 'policies'>, directory: Directory): string[] {
  const lines = [...documents].flatMap(([stack, { data = {} }]) => [
    ...(data.terraform_remote_state ? [`${stack}: reads another stack's state; pass a computed name instead`] : []),
    ...Object.keys(data.aws_iam_policy_document ?? {}).map((name) => `${stack}/data.aws_iam_policy_document.${name}: ${UNREADABLE}`),
  ]);
  lines.push(...[...documents].flatMap(([stack, document]) => ofSynthesis(stack, document).flatMap(secretsIn)));
  for (const resource of resources) {
    if (FORBIDDEN_TYPES.includes(resource.type))
      lines.push(`${resource.path}: cannot be assigned before its policy exists in the account; use inline and AWS-managed policies`);
    lines.push(...unreadablePolicies(resource).map((path) => `${path}: ${UNREADABLE}`));
  }
  return [...lines, ...policies.flatMap((policy) => policyViolations(policy, { directory, document: documents.get(policy.resource.stack) }))];
}

function policyViolations(policy: FoundPolicy, context: PolicyContext): string[] {
  const { path, kind, statements, grant } = policy;
  const validated = kind === 'trust' || kind === 'endpoint' || kind === 'rcp' ? 'resource' : kind;
  return [
    ...(grant
      ? []
      : validate({ Version: '2012-10-17', Statement: statements.filter(({ Sid }) => Sid) }, validated).map(
          (line) => `${path}: ${line}; correct the statement`,
        )),
    ...statements.flatMap((statement) => [
      ...(JSON.stringify(statement).match(UNESCAPED_VARIABLE) ?? []).map(
        (variable) => `${path}: ${statement.Sid} has a policy variable that Terraform takes for its own, got ${variable}; write $${variable}`,
      ),
      ...elementViolations(policy, statement).map((line) => `${path}: ${statement.Sid ?? 'a statement'} ${line}`),
      ...principalsOf(statement).flatMap(([type, principal]) => {
        const mistake = kind === 'scp' || kind === 'identity' ? undefined : principalMistake(policy, statement, type, principal, context);
        return mistake ? [`${path}: ${statement.Sid} names a principal that ${mistake.replace('; ', `, got ${principal}; `)}`] : [];
      }),
    ]),
  ];
}

/** `${aws:SourceVpc}` is IAM's variable and Terraform's interpolation: unescaped, Terraform refuses the file. */
const UNESCAPED_VARIABLE = /(?<!\$)\$\{(?:[A-Za-z0-9.-]+:[^}]*|[*?$])\}/g;

/** Elements that AWS does not take in a policy of this kind (IAM JSON policy elements, RCP syntax). */
function elementViolations({ kind, grant, resource }: FoundPolicy, statement: TerraformJson): string[] {
  const has = (element: string) => element in statement;
  const lines: string[] = [];
  if (!has('Sid')) lines.push('has no Sid; say what it is for');
  // Whatever is not listed gets in or is shut out: roles that nobody thought of, service principals, AWS's own sessions.
  if (has('NotPrincipal')) lines.push('has NotPrincipal; write Principal "*" with a condition on aws:PrincipalArn');
  if (!['Allow', 'Deny'].includes(statement.Effect)) lines.push(`must have an Effect of Allow or Deny, got ${statement.Effect}; add it`);
  if (kind === 'trust' && (has('Resource') || has('NotResource'))) lines.push('has a Resource, which a trust policy cannot have; remove it');
  if (['identity', 'scp', 'rcp'].includes(kind) && !has('Resource') && !has('NotResource')) lines.push('has no Resource; write "*" if it means all');
  if (['trust', 'resource', 'endpoint'].includes(kind) && !has('Principal') && !has('NotPrincipal')) lines.push('has no Principal; name who may');
  if (kind === 'rcp' && (statement.Effect !== 'Deny' || statement.Principal !== '*'))
    lines.push('must deny Principal "*" as every resource control policy; use conditions');
  if (kind === 'trust' && statement.Effect === 'Allow')
    for (const shutOut of [statement.Principal?.Service ?? []].flat().filter((name: string) => !(name in NAMING_THE_ACCOUNT)))
      for (const { name, operator } of conditionValues(statement).filter(({ key, positive }) => positive && key.startsWith('aws:source')))
        lines.push(
          `shuts ${shutOut} out where it does not say for whom it works, got ${operator} ${name}; write ${operator}IfExists, or enter AWS's word for it in policies/role/services-naming-the-account.ts`,
        );
  if (/^aws_kms_(replica_)?key$/.test(resource.type) && encryptsForRulesOnly(statement))
    lines.push('shuts EventBridge out, which tells AWS KMS no account when it sends to a topic or queue; write StringEqualsIfExists');
  const service = grant && resource.type === 'aws_lambda_permission' && statement.Principal.Service;
  if (service && !conditionValues(statement).some(({ key }) => key.startsWith('aws:source')))
    lines.push(`lets ${service} call for any account (confused deputy); set source_arn or source_account`);
  return lines;
}

/** EventBridge names the account for a bus (it has an encryption context), and for nothing that it encrypts for targets (policies/key/services-of-account.ts). */
function encryptsForRulesOnly(statement: TerraformJson): boolean {
  const conditions = conditionValues(statement);
  return (
    statement.Effect === 'Allow' &&
    [statement.Principal?.Service ?? []].flat().includes('events.amazonaws.com') &&
    [statement.Action].flat().some((action: string) => action.startsWith('kms:GenerateDataKey')) &&
    conditions.some(({ key, positive }) => positive && key.startsWith('aws:source')) &&
    !conditions.some(({ key }) => key.startsWith('kms:encryptioncontext:'))
  );
}
