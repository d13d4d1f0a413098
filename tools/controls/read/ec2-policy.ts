import { pathsTo, unitOf } from '../../can/levels';
import { resolveReferences } from '../../can/terraform-references';
import type { TerraformJson } from '../../synthesis/synthesize';
import type { Violation } from '../check';
import type { Estate, Scope } from '../estate';

/** Each account of a scope is below a unit whose EC2 policy says what is asked. @param judge what is wrong with `ec2_attributes` */
export function ec2PolicyHolds(estate: Estate, scope: Scope, judge: (attributes: TerraformJson) => string | false): Violation[] {
  const policies = new Map(estate.of('aws_organizations_policy').map((policy) => [policy.name, policy]));
  const attachments = estate.of('aws_organizations_policy_attachment');
  const { organization, organizationalUnits } = estate.blueprint;
  return estate.accounts(scope).flatMap(({ name }) => {
    const targets = pathsTo(unitOf(estate.synthesized, name)).map((unit) => (unit === '' ? organization.rootId : organizationalUnits[unit]));
    const inherited = attachments
      .filter(({ attributes }) => targets.includes(attributes.target_id))
      .map(({ stack, attributes }) => policies.get(resolveReferences(attributes.policy_id, estate.synthesized.scope(stack))))
      .filter((policy) => policy?.attributes.type === 'DECLARATIVE_POLICY_EC2')
      .map((policy) => ({ policy, what: judge(JSON.parse(policy?.attributes.content).ec2_attributes) }));
    if (inherited.some(({ what }) => what === false)) return [];
    return [{ account: name, at: inherited[0]?.policy?.path ?? name, what: inherited[0]?.what || 'inherits no EC2 policy' }];
  });
}
