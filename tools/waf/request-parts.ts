import type { TerraformJson } from '../synthesis/synthesize';
import type { WebRequest } from './web-request';

/** Bytes of a body that AWS WAF hands on behind a load balancer (developer guide, "Oversize web request components", read 2026-11). */
export const INSPECTED_BODY_BYTES = 8192;

/** Bytes as characters, which is how AWS WAF compares. */
export const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** What a statement looks at: texts of which one has to match, or a verdict because the part is too large. */
export type Inspected = readonly string[] | 'match' | 'no-match';

export const headerValues = ({ headers = [] }: WebRequest, name: string): string[] =>
  headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => bytes(value));

const splitTarget = (target: string): [string, string] => {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
};

const queryArguments = (query: string): [string, string][] =>
  query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.split('=', 1)[0] ?? '', pair.includes('=') ? pair.slice(pair.indexOf('=') + 1) : '']);

/** @throws Error for a part that this does not know */
export function inspected(field: TerraformJson, request: WebRequest): Inspected {
  const [[kind, given] = ['', undefined]] = Object.entries<TerraformJson>([field].flat()[0] ?? {});
  const settings = [given].flat()[0] ?? {};
  const [path, query] = splitTarget(request.target);
  switch (kind) {
    case 'uri_path':
      return [bytes(path)];
    case 'query_string':
      return [bytes(query)];
    case 'all_query_arguments':
      return queryArguments(query).map(([, value]) => bytes(value));
    case 'single_query_argument':
      return queryArguments(query)
        .filter(([name]) => name.toLowerCase() === settings.name.toLowerCase())
        .map(([, value]) => bytes(value));
    case 'method':
      return [request.method];
    case 'single_header':
      return headerValues(request, settings.name);
    case 'headers':
      return pairs(
        settings,
        (request.headers ?? []).map(([name, value]) => [name.toLowerCase(), bytes(value)]),
      );
    case 'cookies':
      return pairs(settings, cookies(request));
    case 'body':
      return body(settings.oversize_handling ?? 'CONTINUE', request);
    default:
      throw new Error(`field_to_match: is not known here, got ${kind}; add it to tools/waf/request-parts.ts`);
  }
}

const cookies = (request: WebRequest): [string, string][] =>
  headerValues(request, 'cookie')
    .flatMap((value) => value.split(/;\s*/))
    .filter((pair) => pair !== '')
    .map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]);

function pairs({ match_pattern, match_scope }: TerraformJson, all: readonly [string, string][]): string[] {
  const pattern = [match_pattern].flat()[0] ?? {};
  if (pattern.all === undefined) throw new Error(`match_pattern: is not known here, got ${Object.keys(pattern)}; only all is`);
  return all.flatMap(([name, value]) => (match_scope === 'KEY' ? [name] : match_scope === 'VALUE' ? [value] : [name, value]));
}

function body(oversize: string, { body: text }: WebRequest): Inspected {
  if (text === undefined) return [];
  const all = bytes(text);
  if (all.length <= INSPECTED_BODY_BYTES) return [all];
  if (oversize === 'MATCH') return 'match';
  return oversize === 'NO_MATCH' ? 'no-match' : [all.slice(0, INSPECTED_BODY_BYTES)];
}
