import { accountRootArn } from '../../lib/arn';
import type { ResourceBlock } from './resources-in';
import type { TerraformJson } from './synthesize';

type Attributes = ResourceBlock['attributes'];

/** Condition of the keys that have a value. */
function where(...all: readonly (readonly [operator: string, key: string, value: unknown])[]): TerraformJson {
  const condition: TerraformJson = {};
  for (const [operator, key, value] of all) if (value !== undefined) condition[operator] = { ...condition[operator], [key]: value };
  return condition;
}
const allow = (Sid: string, Principal: TerraformJson, Condition: TerraformJson = {}): TerraformJson => ({ Sid, Effect: 'Allow', Principal, Condition });

/** Types that let others in by attributes instead of a policy, told in the words of a policy. */
const GRANTS: Readonly<Record<string, (attributes: Attributes) => TerraformJson>> = {
  aws_lambda_permission: ({ principal, source_arn, source_account, principal_org_id }) =>
    allow(
      'AllowInvoking',
      principalOf(principal),
      where(
        ['ArnLike', 'aws:SourceArn', source_arn],
        ['StringEquals', 'aws:SourceAccount', source_account],
        ['StringEquals', 'aws:PrincipalOrgID', principal_org_id],
      ),
    ),
  aws_lambda_layer_version_permission: ({ principal, organization_id }) =>
    allow('AllowLayer', principalOf(principal), where(['StringEquals', 'aws:PrincipalOrgID', organization_id])),
  aws_cloudwatch_event_permission: ({ principal, condition }) =>
    allow('AllowEvents', principalOf(principal), where(...[condition ?? []].flat().map(({ type, key, value }: TerraformJson) => [type, key, value] as const))),
  aws_kms_grant: ({ grantee_principal }) => allow('AllowGrantee', principalOf(grantee_principal)),
  aws_vpc_endpoint_service_allowed_principal: ({ principal_arn }) => allow('AllowConnecting', principalOf(principal_arn)),
  aws_ami_launch_permission: ({ account_id, group, organization_arn, organizational_unit_arn }) =>
    shared('AllowLaunching', group === 'all' ? '*' : (account_id ?? organization_arn ?? organizational_unit_arn)),
  aws_snapshot_create_volume_permission: ({ account_id }) => allow('AllowVolumes', principalOf(account_id)),
  aws_ram_principal_association: ({ principal }) => shared('AllowShare', principal),
};

/** @returns a statement that says the same as the resource; undefined for types that let nobody in */
export const grantStatement = ({ type, attributes }: ResourceBlock): TerraformJson | undefined => GRANTS[type]?.(attributes);

function principalOf(principal: unknown): TerraformJson {
  const text = String(principal);
  if (/\.amazonaws\.com$/.test(text)) return { Service: text };
  return { AWS: /^\d{12}$/.test(text) ? accountRootArn(text) : text };
}

/** Images and shares name an organization or a unit by its ARN: everybody in it. */
function shared(Sid: string, principal: unknown): TerraformJson {
  const [, organization] = /^arn:aws:organizations::\d{12}:(?:organization|ou)\/(o-[a-z0-9]+)(?:\/.+)?$/.exec(String(principal)) ?? [];
  return organization ? allow(Sid, { AWS: '*' }, where(['StringEquals', 'aws:PrincipalOrgID', organization])) : allow(Sid, principalOf(principal));
}
