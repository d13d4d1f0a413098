/** A request as AWS WAF sees it. */
export interface WebRequest {
  readonly method: string;
  /** Path and query, as sent: not decoded. */
  readonly target: string;
  /** Names in any case; a name may occur twice. */
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  /** @default '198.51.100.7' */
  readonly address?: string;
  /** Country code of the address. */
  readonly country?: string;
  /** Labels that managed groups would have given, in full. */
  readonly labels?: readonly string[];
  /** Seconds; rate limits count by it. @default 0 */
  readonly time?: number;
  /** Has a valid token of a puzzle and of a challenge. @default false */
  readonly token?: boolean;
}

/** A form of many samples in one file: `METHOD TARGET`, header lines, an empty line, the body; requests are apart by a line of `###`. */
export function parseRequests(text: string): WebRequest[] {
  return text
    .split(/^###.*\n?/m)
    .filter((block) => block.trim() !== '')
    .map((block) => parseRequest(block.replace(/^\n+/, '').replace(/\n$/, '')));
}

function parseRequest(block: string): WebRequest {
  const end = block.search(/\r?\n\r?\n/);
  const [first = '', ...lines] = (end < 0 ? block : block.slice(0, end)).split(/\r?\n/);
  const [, method, target] = /^([A-Z]+) (\S+)(?: HTTP\/[\d.]+)?$/.exec(first) ?? [];
  if (!method || !target) throw new Error(`request: must begin with a line such as GET /path, got ${JSON.stringify(first)}; correct it`);
  const headers = lines.filter((line) => line !== '').map((line): [string, string] => header(line, ':'));
  return { method, target, headers, ...(end < 0 ? {} : { body: block.slice(end).replace(/^\r?\n\r?\n/, '') }) };
}

/** `Name: value`, or `name=value` of the command line. */
export function header(line: string, separator: ':' | '='): [string, string] {
  const at = line.indexOf(separator);
  if (at < 1) throw new Error(`header: must be a name and a value with ${separator} between them, got ${JSON.stringify(line)}; correct it`);
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
