import { resourcesIn } from './resources-in';
import type { TerraformJson } from './synthesize';

/** AWS looks at rights when these act, not when they are made. Types of IAM only refer to a role. */
const CHECKED_LATER = /^aws_(cloudwatch_event_target$|iam_)/;
/** AWS tries the bucket when these are made, and refuses them where its policy does not let the service in yet. */
const DELIVERING =
  /^aws_(cloudtrail|cloudwatch_log_delivery_destination|config_delivery_channel|flow_log|guardduty_publishing_destination|lb|macie2_classification_export_configuration|networkfirewall_logging_configuration|route53_resolver_query_log_config|s3_bucket_logging|wafv2_web_acl_logging_configuration)$/;

const ADDRESS = /\baws_[a-z0-9_]+\.[\w-]+/g;

/**
 * Terraform makes ten resources at a time, in the order of their references. A role is referred to, its policies are not, and a name that is
 * computed is no reference at all: the first apply of a new account then fails, or not, as chance will have it. Each a line
 * `path: what is wrong, got value; what to do`.
 */
export const orderViolations = (documents: ReadonlyMap<string, TerraformJson>): string[] =>
  [...documents].flatMap(([stack, document]) => inStack(stack, document));

function inStack(stack: string, document: TerraformJson): string[] {
  const blocks = resourcesIn(stack, document).map((block) => ({ ...block, address: `${block.type}.${block.name}` }));
  const direct = new Map(blocks.map(({ address, attributes }) => [address, wordsIn(attributes).flatMap((word) => word.match(ADDRESS) ?? [])]));
  const waitsFor = (address: string, found = new Set<string>()): Set<string> => {
    for (const next of direct.get(address) ?? [])
      if (!found.has(next)) {
        found.add(next);
        waitsFor(next, found);
      }
    return found;
  };
  const names = (words: readonly string[], { address, literal }: Made): boolean =>
    words.some((word) => !word.startsWith('{') && (word.includes(`\${${address}.`) || (literal !== undefined && ends(word, literal))));
  const made = madeIn(blocks);
  return blocks.flatMap(({ address, type, path, attributes }) => {
    if (CHECKED_LATER.test(type)) return [];
    const { bucket: _source, ...rest } = attributes; // of aws_s3_bucket_logging: the bucket whose requests are logged
    const words = wordsIn(rest);
    const needs = made.filter((one) => (one.deliveriesOnly ? DELIVERING.test(type) : one.address !== address) && names(words, one));
    const waiting = needs.length > 0 ? waitsFor(address) : new Set<string>();
    return needs
      .flatMap(({ before }) => before.filter((needed) => !waiting.has(needed)))
      .map((needed) => `${path}: may be made before what it needs, got no dependency on ${needed}; add it to dependsOn`);
  });
}

/** Something that others name, and what must stand before they do. */
interface Made {
  readonly address: string;
  /** How others name it without a reference. */
  readonly literal?: string;
  readonly before: readonly string[];
  readonly deliveriesOnly?: boolean;
}

function madeIn(blocks: readonly { readonly type: string; readonly address: string; readonly attributes: TerraformJson }[]): Made[] {
  const ofType = (type: RegExp) => blocks.filter((block) => type.test(block.type));
  const belonging = (types: RegExp, attribute: string, address: string) =>
    ofType(types).flatMap((block) => (String(block.attributes[attribute]).includes(`\${${address}.`) ? [block.address] : []));
  return [
    ...ofType(/^aws_iam_role$/).map(({ address, attributes: { path = '/', name } }) => ({
      address,
      literal: `:role${path}${name}`,
      before: [address, ...belonging(/^aws_iam_role_policy(_attachment)?$/, 'role', address)],
    })),
    ...ofType(/^aws_iam_service_linked_role$/).map(({ address, attributes }) => ({
      address,
      literal: `:role/aws-service-role/${attributes.aws_service_name}/`,
      before: [address],
    })),
    ...ofType(/^aws_s3_bucket$/).map(({ address, attributes }) => ({
      address,
      literal: attributes.bucket,
      before: belonging(/^aws_s3_bucket_policy$/, 'bucket', address),
      deliveriesOnly: true,
    })),
  ];
}

/** Whether a text names it: `…:role/platform/apply` is not in `…:role/platform/apply-all`. */
const ends = (text: string, literal: string): boolean =>
  text
    .split(literal)
    .slice(1)
    .some((rest) => literal.endsWith('/') || !/^[\w-]/.test(rest));

/** Every text in the attributes. */
const wordsIn = (value: TerraformJson): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, inner]) => (key === '//' ? [] : wordsIn(inner)))
      : [];
