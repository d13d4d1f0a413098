import { LIMITS, MANAGED_RULE_GROUP_CAPACITY, OPTIONAL_RULE_GROUP_CAPACITY, RATE_RULE_CAPACITY } from '../../config/aws-limits';
import { nestedBlocks, type ResourceBlock } from '../synthesis/resources-in';
import type { TerraformJson } from '../synthesis/synthesize';
import { referenceIn } from '../synthesis/terraform-reference';
import type { QuotaUse } from './quota';
import { repeatedTransformations, rulesOf, TRANSFORMATION } from './web-acl-rules';

/** What nobody has told the price of may cost everything, so that it is looked up instead of forgotten. */
const UNKNOWN = LIMITS.webAclCapacityUnits + 1;
const CUSTOM_AGGREGATION_KEY = 30;

/** AWS WAF developer guide, "Rule statement settings", read 2026-11: units of each statement, without what surrounds it. */
const BASE: Readonly<Record<string, (statement: TerraformJson) => number>> = {
  asn_match_statement: () => 1,
  byte_match_statement: ({ positional_constraint }) => (/CONTAINS/.test(positional_constraint) ? 10 : 2),
  geo_match_statement: () => 1,
  ip_set_reference_statement: ({ ip_set_forwarded_ip_config: forwarded }) => (nestedBlocks(forwarded).some(({ position }) => position === 'ANY') ? 5 : 1),
  label_match_statement: () => 1,
  regex_match_statement: () => 3,
  regex_pattern_set_reference_statement: () => 25,
  size_constraint_statement: () => 1,
  sqli_match_statement: ({ sensitivity_level }) => (sensitivity_level === 'HIGH' ? 30 : 20),
  xss_match_statement: () => 40,
};

/** Capacity units of every web ACL, and of every rule group of our own against its capacity, which cannot change. */
export function webAclCapacity(resources: readonly ResourceBlock[]): QuotaUse[] {
  return resources.flatMap((resource): QuotaUse[] => {
    if (resource.type === 'aws_wafv2_rule_group') {
      const used = rulesCapacity(resource, resources);
      const limit = resource.attributes.capacity;
      return [
        {
          quota: 'rule group with its capacity',
          path: resource.path,
          used,
          limit,
          unit: 'capacity units',
          remedy: 'give it a higher capacity and a new name',
          advisory: true,
        },
      ];
    }
    if (resource.type !== 'aws_wafv2_web_acl') return [];
    const use = { path: resource.path, unit: 'capacity units' };
    const used = rulesCapacity(resource, resources);
    const priced = used - repeatedTransformations(resource.attributes);
    const steps = Math.ceil(Math.max(0, priced - LIMITS.webAclCapacityUnitsInBasePrice) / 500);
    return [
      {
        ...use,
        quota: 'web ACL',
        used,
        limit: LIMITS.webAclCapacityUnits,
        remedy: `remove a rule, or add the capacity of its group to config/aws-limits.ts (${itemised(resource, resources)})`,
      },
      {
        ...use,
        quota: 'web ACL in the base price',
        used: priced,
        limit: LIMITS.webAclCapacityUnitsInBasePrice,
        remedy: `a million requests cost ${(0.2 * steps).toFixed(2)} USD more, 0.20 for each 500 units above it (${itemised(resource, resources)})`,
        advisory: true,
        priceOnly: true,
      },
    ];
  });
}

function rulesCapacity({ stack, attributes }: ResourceBlock, resources: readonly ResourceBlock[]): number {
  const groupCapacity = (reference: TerraformJson): number => {
    const name = referenceIn(reference)?.name;
    return resources.find((one) => one.stack === stack && one.type === 'aws_wafv2_rule_group' && one.name === name)?.attributes.capacity ?? UNKNOWN;
  };
  return rulesOf(attributes).reduce((sum, rule) => sum + statements(rule.statement, groupCapacity), 0);
}

/** What the largest rules take, which names what to remove. */
function itemised(resource: ResourceBlock, resources: readonly ResourceBlock[]): string {
  const rules = rulesOf(resource.attributes)
    .map((one): [string, number] => [one.name, rulesCapacity({ ...resource, attributes: { rule: [one] } }, resources)])
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const listed = rules.slice(0, LISTED).map(([name, units]) => `${name} ${units >= UNKNOWN ? 'unknown' : units}`);
  return [...listed, ...(rules.length > LISTED ? [`${rules.length - LISTED} more`] : [])].join(', ');
}
const LISTED = 12;

function statements(container: TerraformJson, groupCapacity: (reference: TerraformJson) => number): number {
  const nested = (value: TerraformJson) => statements(value, groupCapacity);
  return nestedBlocks(container)
    .flatMap((statement) => Object.entries<TerraformJson>(statement))
    .flatMap(([kind, bodies]) => nestedBlocks(bodies).map((body): [string, TerraformJson] => [kind, body]))
    .reduce((sum, [kind, body]) => {
      switch (kind) {
        case 'and_statement':
        case 'or_statement':
          return sum + nested(body.statement ?? body.statements);
        case 'not_statement':
          return sum + nested(body.statement);
        case 'rate_based_statement':
          return (
            sum + RATE_RULE_CAPACITY + CUSTOM_AGGREGATION_KEY * nestedBlocks(body.custom_key ?? body.custom_keys).length + nested(body.scope_down_statement)
          );
        case 'managed_rule_group_statement':
          return (
            sum + ({ ...MANAGED_RULE_GROUP_CAPACITY, ...OPTIONAL_RULE_GROUP_CAPACITY }[body.name as string] ?? UNKNOWN) + nested(body.scope_down_statement)
          );
        case 'rule_group_reference_statement':
          return sum + groupCapacity(body.arn);
        default:
          return sum + matchCapacity(kind, body);
      }
    }, 0);
}

/** A JSON body doubles the base, all query arguments add ten, and so does each transformation. */
function matchCapacity(kind: string, body: TerraformJson): number {
  const base = BASE[kind]?.(body) ?? UNKNOWN;
  const field = Object.assign({}, ...nestedBlocks(body.field_to_match));
  const inspected = base * ('json_body' in field ? 2 : 1) + ('all_query_arguments' in field ? 10 : 0);
  return inspected + TRANSFORMATION * nestedBlocks(body.text_transformation ?? body.text_transformations).filter(({ type }) => type !== 'NONE').length;
}
