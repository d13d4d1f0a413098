import { toJavaScript } from '../../config/waf-regex';
import { nestedBlocks } from '../synthesis/resources-in';
import type { TerraformJson } from '../synthesis/synthesize';
import { bytes, inspected } from './request-parts';
import { transform } from './text-transformations';
import type { WebRequest } from './web-request';

/** What a statement may need besides the request. */
export interface Circumstances {
  /** Own labels bare, those of managed groups in full. */
  readonly labels: ReadonlySet<string>;
  /** Is the address in the set that a reference means? */
  readonly inSet: (reference: string, address: string) => boolean;
}

const one = (value: TerraformJson): TerraformJson => [value].flat()[0] ?? {};

/** Terraform's text as AWS gets it. @throws Error for a reference, whose value nobody knows here */
export function literal(text: string): string {
  if (/[$%]\{/.test(text.replaceAll(/\$\$\{|%%\{/g, ''))) throw new Error(`${text}: is a reference; only texts can be replayed`);
  return text.replaceAll(/\$\$\{/g, '${').replaceAll(/%%\{/g, '%{');
}

/** Does a statement of the synthesized JSON match? @throws Error for a kind that this does not know */
export function matches(statement: TerraformJson, request: WebRequest, circumstances: Circumstances): boolean {
  const [[kind, given] = ['', undefined], ...more] = Object.entries<TerraformJson>(one(statement));
  if (more.length > 0) throw new Error(`statement: must be of one kind, got ${Object.keys(one(statement)).join(', ')}; split it`);
  const body = one(given);
  const inner = (nested: TerraformJson) => matches(nested, request, circumstances);
  switch (kind) {
    case 'and_statement':
      return nestedBlocks(body.statement).every(inner);
    case 'or_statement':
      return nestedBlocks(body.statement).some(inner);
    case 'not_statement':
      return !inner(body.statement);
    case 'geo_match_statement':
      return body.country_codes.includes(request.country);
    case 'ip_set_reference_statement':
      return circumstances.inSet(body.arn, request.address ?? '');
    case 'label_match_statement':
      return [...circumstances.labels].some((label) => (body.scope === 'NAMESPACE' ? label.startsWith(body.key) : label === body.key));
    case 'byte_match_statement':
      return some(body, request, (text) => contains(text, bytes(literal(body.search_string)), body.positional_constraint));
    case 'regex_match_statement': {
      const pattern = toJavaScript(bytes(literal(body.regex_string)));
      return some(body, request, (text) => pattern.test(text));
    }
    case 'size_constraint_statement':
      return some(body, request, (text) => compare(text.length, body.comparison_operator, body.size));
    default:
      throw new Error(`statement: is not known here, got ${kind}; add it to tools/waf/statement-matches.ts`);
  }
}

/** A part that a request lacks matches nothing. */
function some(body: TerraformJson, request: WebRequest, test: (text: string) => boolean): boolean {
  const types = nestedBlocks(body.text_transformation)
    .sort((a, b) => a.priority - b.priority)
    .map(({ type }) => type);
  const texts = inspected(body.field_to_match, request);
  if (typeof texts === 'string') return texts === 'match';
  return texts.some((text) => test(transform(text, types)));
}

function contains(text: string, wanted: string, constraint: string): boolean {
  switch (constraint) {
    case 'EXACTLY':
      return text === wanted;
    case 'STARTS_WITH':
      return text.startsWith(wanted);
    case 'ENDS_WITH':
      return text.endsWith(wanted);
    case 'CONTAINS':
      return text.includes(wanted);
    case 'CONTAINS_WORD':
      return new RegExp(`(?<!\\w)${wanted.replaceAll(/[^\w]/g, '\\$&')}(?!\\w)`).test(text);
    default:
      throw new Error(`positional_constraint: is not known here, got ${constraint}; correct it`);
  }
}

function compare(size: number, operator: string, limit: number): boolean {
  const results: Readonly<Record<string, boolean>> = {
    EQ: size === limit,
    NE: size !== limit,
    LE: size <= limit,
    LT: size < limit,
    GE: size >= limit,
    GT: size > limit,
  };
  const result = results[operator];
  if (result === undefined) throw new Error(`comparison_operator: is not known here, got ${operator}; correct it`);
  return result;
}
