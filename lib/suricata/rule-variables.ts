import { z } from 'zod';
import { schemaMistakes } from '../../config/schema-mistakes';
import { ADDRESS, PORT } from './check-header';
import { RuleImportError } from './rule';

/** Variables of rules besides HOME_NET and EXTERNAL_NET; `$HOME_NET` in an address stands for the environment's network. */
export interface RuleVariables {
  readonly addresses: Readonly<Record<string, readonly string[]>>;
  readonly ports: Readonly<Record<string, readonly string[]>>;
}

/** AWS Network Firewall API reference, RuleVariables, read 2026-11: a name has letters, digits and underscores. */
const name = z
  .string()
  .regex(/^[A-Za-z]\w{0,31}$/, 'must have up to 32 letters, digits and underscores')
  .refine((text) => !['HOME_NET', 'EXTERNAL_NET'].includes(text), "must be another one; HOME_NET and EXTERNAL_NET are the environment's");
/** A definition is a list already: negations and lists within it are Suricata's own and not the service's. */
const value = (judge: (text: string) => string | undefined, wanted: string) => z.string().refine((text) => judge(text) === undefined, `must be ${wanted}`);
const definition = (member: z.ZodString | ReturnType<typeof value>) => z.array(member).min(1, 'must list at least one');
const schema = z.strictObject({
  source: z.string().optional(),
  addresses: z.record(
    name,
    definition(
      value(
        (text) => (text === '$HOME_NET' ? undefined : text.includes('-') ? 'range' : ADDRESS(text)),
        'an address, a network such as 203.0.113.0/24 or $HOME_NET',
      ),
    ),
  ),
  ports: z.record(name, definition(value(PORT, 'a port such as "443" or a range such as "1024:2048"'))),
});

/** Reads rules/suricata/variables.json. @throws RuleImportError with everything that AWS would refuse when a group is applied */
export function readRuleVariables(path: string, text: string): RuleVariables {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new RuleImportError([`${path}: is not JSON (${(error as Error).message}); correct it`]);
  }
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const lines = schemaMistakes(parsed.error.issues, document, schema).map(({ path: field, message, value: given }) =>
    line(`${path}: ${field}`, message, given),
  );
  throw new RuleImportError(lines);
}

function line(place: string, message: string, given: unknown): string {
  const [wrong, ...remedy] = message.split('; ');
  return `${place} ${wrong}${given === undefined ? '' : `, got ${JSON.stringify(given)}`}; ${remedy.join('; ')}`;
}
