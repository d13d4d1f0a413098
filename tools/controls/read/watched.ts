import { nestedBlocks } from '../../synthesis/resources-in';
import type { Violation } from '../check';
import type { Estate } from '../estate';

/** Somebody who looks at every account again and again: a rule of AWS Config, or a control of Security Hub's own standard. */
export interface Watch {
  /** Identifier of the managed rule, as AWS Config calls it. */
  readonly rule: string;
  /** Number of the control in AWS Foundational Security Best Practices. */
  readonly control: string;
}

/** What JSON cannot prove of resources that others make is at least watched in every account. */
export function watched(estate: Estate, { rule, control }: Watch): Violation[] {
  if (byOrganizationRule(estate, rule) || byCentralConfiguration(estate, control)) return [];
  return [{ account: 'security', at: 'security', what: `nobody watches: no organization rule ${rule}, no Security Hub policy with ${control}` }];
}

function byOrganizationRule(estate: Estate, rule: string): boolean {
  const rules = estate.of('aws_config_organization_managed_rule').map(({ attributes }) => attributes.rule_identifier);
  const packs = estate.of('aws_config_organization_conformance_pack').map(({ attributes }) => String(attributes.template_body));
  return rules.includes(rule) || packs.some((body) => new RegExp(`SourceIdentifier"?: *"?${rule}\\b`).test(body));
}

const STANDARD = 'standards/aws-foundational-security-best-practices/v/1.0.0';

/** A configuration policy that switches the standard on and the control not off, associated with the root of the organization. */
function byCentralConfiguration(estate: Estate, control: string): boolean {
  const associated = estate.of('aws_securityhub_configuration_policy_association').filter(({ attributes }) => /^r-/.test(String(attributes.target_id)));
  return estate.of('aws_securityhub_configuration_policy').some(({ stack, name, attributes }) => {
    const policy = nestedBlocks(attributes.configuration_policy)[0];
    const controls = nestedBlocks(policy?.security_controls_configuration)[0];
    return (
      policy?.service_enabled === true &&
      (policy.enabled_standard_arns ?? []).some((arn: string) => arn.endsWith(STANDARD)) &&
      !(controls?.disabled_control_identifiers ?? []).includes(control) &&
      (controls?.enabled_control_identifiers?.includes(control) ?? true) &&
      associated.some((one) => one.stack === stack && String(one.attributes.policy_id).includes(`aws_securityhub_configuration_policy.${name}.`))
    );
  });
}
