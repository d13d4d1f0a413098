import { isSecretName, isWriteOnly, NEEDS_PGP_KEY, SCRIPTS, SECRET_ARGUMENTS, SECRET_DATA_SOURCES, STATE_HOLDS_SECRET } from './secret-names';
import { decoded, secretShape } from './secret-shapes';

/** One block of a synthesized document, a state or a plan. */
export interface Block {
  readonly path: string;
  readonly type: string;
  readonly kind: 'resource' | 'data' | 'other';
  readonly attributes: unknown;
}

const KEEP_OUT = 'let AWS make it (manage_master_user_password, rotation), or have the application read it from Secrets Manager at run time';

/** Whoever reads the repository, a state or a plan would read the secrets in it: each a line that never repeats the secret. */
export function secretsIn({ path, type, kind, attributes }: Block): string[] {
  const lines = kind === 'other' ? [] : typeLines({ path, type, kind, attributes });
  walk(attributes, [], (name, trail, value) => {
    const where = [path, ...trail].join('.');
    const secureString = type === 'aws_ssm_parameter' && /^(value|insecure_value)$/.test(name) && is(attributes, 'type', 'SecureString');
    const named = isSecretName(name, type) || SECRET_ARGUMENTS.get(type)?.includes(name) || secureString;
    if (isWriteOnly(name) && RUN_TIME_REFERENCE.test(value)) return;
    if (named && !isPointer(value)) return void lines.push(`${where}: would hold a secret in plain text, got ${value.length} characters; ${KEEP_OUT}`);
    const script = SCRIPTS.has(name);
    const shape = secretShape(value, script) ?? (script ? secretShape(decoded(value) ?? '', true) : undefined);
    if (shape) lines.push(`${where}: holds ${shape}, got ${value.length} characters; ${KEEP_OUT}`);
  });
  return lines;
}

function typeLines({ path, type, kind, attributes }: Block): string[] {
  if (kind === 'data')
    return SECRET_DATA_SOURCES.has(type) || (type === 'aws_ssm_parameter' && !isPublicParameter(attributes))
      ? [`${path}: reads a secret into the state; read it at run time, or by an ephemeral resource`]
      : [];
  if (STATE_HOLDS_SECRET.has(type)) return [`${path}: is a secret that the state would hold; ${KEEP_OUT}`];
  if (NEEDS_PGP_KEY.has(type) && !(attributes as { pgp_key?: string })?.pgp_key)
    return [`${path}: AWS answers with a secret that the state would hold, got no pgp_key; set one, or make it outside of Terraform`];
  return [];
}

/** Public parameters of AWS (images, regions) are no secret. */
const isPublicParameter = (attributes: unknown): boolean => String((attributes as { name?: string })?.name).startsWith('/aws/service/');
const is = (attributes: unknown, name: string, value: string): boolean => (attributes as Record<string, unknown>)?.[name] === value;
/** What Terraform keeps in memory only. */
const RUN_TIME_REFERENCE = /^\$\{(ephemeral|var)\.[^}]+\}$/;
/** An ARN points at a secret and is none; empty is nothing. */
const isPointer = (value: string): boolean => value === '' || /^arn:aws[\w-]*:/.test(value) || /^\$\{[^}]*\.(arn|key_id)\}$/.test(value);

/** Calls back for every string, with the name that it stands under; looks into JSON text, and into {name, value} pairs of containers. */
function walk(node: unknown, trail: readonly string[], found: (name: string, trail: readonly string[], value: string) => void): void {
  const name = trail.findLast((step) => !/^\d+$/.test(step)) ?? '';
  if (typeof node === 'string') {
    const inner = /^\s*[[{]/.test(node) ? parsed(node) : undefined;
    if (inner === undefined) found(name, trail, node);
    else walk(inner, trail, found);
  } else if (Array.isArray(node)) node.forEach((each, index) => void walk(each, [...trail, String(index)], found));
  else if (node && typeof node === 'object') {
    const { name: label, value } = node as { name?: unknown; value?: unknown };
    if (typeof label === 'string' && typeof value === 'string') found(label, [...trail, 'value'], value);
    for (const [key, each] of Object.entries(node)) walk(each, [...trail, key], found);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a template of Terraform, or a text that begins so
  }
}
