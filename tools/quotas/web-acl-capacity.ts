import { LIMITS, MANAGED_RULE_GROUP_CAPACITY, OPTIONAL_RULE_GROUP_CAPACITY, RATE_RULE_CAPACITY } from '../../config/aws-limits';
import { nestedBlocks, type ResourceBlock } from '../synthesis/resources-in';
import type { TerraformJson } from '../synthesis/synthesize';
import { referenceIn } from '../synthesis/terraform-reference';
import type { QuotaUse } from './quota';

/** What nobody has told the price of may cost everything, so that it is looked up instead of forgotten. */
const UNKNOWN = LIMITS.webAclCapacityUnits + 1;
/** A text transformation; AWS counts equal ones on the same component once, this counts each, so it is never too low. */
const TRANSFORMATION = 10;
const CUSTOM_AGGREGATION_KEY = 30;

const snake = (key: string): string =>
  key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

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
    const use = { quota: 'web ACL', path: resource.path, used: rulesCapacity(resource, resources), unit: 'capacity units' };
    return [
      { ...use, limit: LIMITS.webAclCapacityUnits, remedy: 'remove a rule, or add the capacity of its group to config/aws-limits.ts' },
      {
        ...use,
        quota: 'web ACL in the base price',
        limit: LIMITS.webAclCapacityUnitsInBasePrice,
        remedy: 'each request costs more above it',
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
  const rules = typeof attributes.rule_json === 'string' ? withSnakeKeys(JSON.parse(attributes.rule_json)) : attributes.rule;
  return nestedBlocks(rules).reduce((sum, rule) => sum + statements(rule.statement, groupCapacity), 0);
}

/** rule_json writes the API's names: ByteMatchStatement. */
function withSnakeKeys(value: TerraformJson): TerraformJson {
  if (Array.isArray(value)) return value.map(withSnakeKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [snake(key), withSnakeKeys(member)]));
}

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
