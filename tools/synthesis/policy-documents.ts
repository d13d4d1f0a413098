import { grantStatement } from './grants';
import type { ResourceBlock } from './resources-in';
import type { TerraformJson } from './synthesize';

/** What a policy is for decides who may stand in it. */
export type PolicyKind = 'trust' | 'resource' | 'endpoint' | 'identity' | 'scp' | 'rcp';

/** A policy of the IAM language in the output. */
export interface FoundPolicy {
  readonly resource: ResourceBlock;
  /** `STACK/TYPE.NAME.ATTRIBUTE` */
  readonly path: string;
  readonly kind: PolicyKind;
  readonly statements: readonly TerraformJson[];
  /** Not a document but attributes of a resource, such as aws_lambda_permission, told as a statement. */
  readonly grant?: true;
}

/** Attributes that hold a policy: text that cannot be read here could hide any principal. */
export const POLICY_ATTRIBUTES: ReadonlySet<string> = new Set([
  'policy',
  'assume_role_policy',
  'inline_policy',
  'access_policy',
  'access_policies',
  'resource_policy',
  'policy_document',
  'policy_text',
  'key_policy',
]);

/** Every policy of a resource: any text of the IAM language, in whatever attribute it stands, and permissions without a document. */
export function policyDocumentsIn(resource: ResourceBlock): FoundPolicy[] {
  const found: FoundPolicy[] = [];
  const visit = (value: TerraformJson, path: string): void => {
    if (typeof value === 'string') {
      const statements = value.trimStart().startsWith('{') && value.includes('"Statement"') ? statementsOf(value) : [];
      if (statements.length > 0) found.push({ resource, path, kind: kindOf(resource, path), statements });
    } else if (value !== null && typeof value === 'object') {
      for (const [key, member] of Object.entries(value)) visit(member, `${path}.${key}`);
    }
  };
  // Most resources have none: one search is faster than a walk over every value.
  if (JSON.stringify(resource.attributes).includes('Statement')) visit(resource.attributes, resource.path);
  const grant = grantStatement(resource);
  if (grant) found.push({ resource, path: resource.path, kind: 'resource', statements: [grant], grant: true });
  return found;
}

/** Attributes that should hold a policy and hold something that only Terraform can read. */
export function unreadablePolicies({ type, attributes, path }: ResourceBlock): string[] {
  return Object.entries<TerraformJson>(attributes)
    .filter(
      ([attribute, text]) =>
        (POLICY_ATTRIBUTES.has(attribute) || (attribute === 'content' && type.startsWith('aws_organizations_'))) && typeof text === 'string',
    )
    .filter(([, text]) => parsed(text) === undefined)
    .map(([attribute]) => `${path}.${attribute}`);
}

function parsed(text: string): TerraformJson {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Data protection policies have statements, too, but no effect: they are none of the IAM language. */
function statementsOf(text: string): TerraformJson[] {
  const statements: TerraformJson[] = [parsed(text)?.Statement ?? []].flat();
  return statements.filter((statement) => ['Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction'].some((key) => key in statement));
}

function kindOf({ type, attributes }: ResourceBlock, path: string): PolicyKind {
  if (path.endsWith('.assume_role_policy')) return 'trust';
  if (type.startsWith('aws_vpc_endpoint')) return 'endpoint';
  if (type === 'aws_organizations_policy') return attributes.type === 'RESOURCE_CONTROL_POLICY' ? 'rcp' : 'scp';
  if (type.startsWith('aws_iam_') || type === 'aws_ssoadmin_permission_set_inline_policy') return 'identity';
  return 'resource';
}
