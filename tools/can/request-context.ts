import { type ConditionKeyType, isConditionKeyArray, typeForContextKey } from '@cloud-copilot/iam-simulate';
import { isContextKey } from './catalogue';
import { withKeyRenamed } from './condition-keys';
import type { Chain } from './simulator';
import type { NamedPolicy } from './synthesized';

export type Context = Readonly<Record<string, string | readonly string[]>>;

/** Later contexts win; keys have no case, so that `AWS:principalarn` is the same key as `aws:PrincipalArn`. */
export function merged(...contexts: readonly Context[]): Context {
  const all = new Map<string, [string, string | readonly string[]]>();
  for (const context of contexts) for (const [key, value] of Object.entries(context)) all.set(key.toLowerCase(), [key, value]);
  return Object.fromEntries(all.values());
}

/** The value of a key, however it is written. */
export function contextValue(context: Context, key: string): string | undefined {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
  return found === undefined ? undefined : [found].flat()[0];
}

/** Keys that AWS's list lacks because their names are made up: encryption context, and what identity providers say (host:claim). */
export const unlistedKey = (key: string): boolean => /^kms:encryptioncontext:/i.test(key) || /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^:]*)?:/i.test(key);

/**
 * @param anyKey pass keys that AWS's list lacks (corpora of others)
 * @returns keys that the simulator would drop, or fail on, although AWS sends them
 * @throws Error for a key that AWS does not have, and for several values of a key that has one: the simulator looks at the first
 */
export async function checkContext({ action, context, stated = [] }: Chain, anyKey: boolean): Promise<string[]> {
  for (const key of stated)
    if (!anyKey && !unlistedKey(key) && !(await isContextKey(key, action))) throw new Error(`context: AWS has no such condition key, got ${key}; correct it`);
  const untyped: string[] = [];
  for (const [key, value] of Object.entries(context)) {
    const type = await typeOf(key);
    if (unlistedKey(key) || type === undefined) untyped.push(key);
    else if (typeof value !== 'string' && value.length > 1 && !isConditionKeyArray(type))
      throw new Error(`context: ${key} has one value, got ${value.join(', ')}; give one`);
  }
  return untyped;
}

const types = new Map<string, ConditionKeyType | undefined>();
async function typeOf(key: string): Promise<ConditionKeyType | undefined> {
  if (!types.has(key)) types.set(key, await typeForContextKey(key.toLowerCase()).catch(() => undefined));
  return types.get(key);
}

/** The simulator drops keys that AWS's list lacks: they go under a name that it keeps. */
export function renamed(chain: Chain, keys: readonly string[]): Chain {
  const names = new Map(keys.map((key, index) => [key.toLowerCase(), `aws:PrincipalTag/evaluated-as-${index}`]));
  const policy = <T extends NamedPolicy | undefined>(given: T): T =>
    given && ({ name: given.name, document: [...names].reduce((document, [key, alias]) => withKeyRenamed(document, key, alias), given.document) } as T);
  const several = <T extends { readonly policies: readonly NamedPolicy[] }>(levels: readonly T[]) =>
    levels.map((level) => ({ ...level, policies: level.policies.map(policy) }));
  for (const [key, value] of Object.entries(chain.context))
    if (names.has(key.toLowerCase()) && typeof value !== 'string')
      throw new Error(`${chain.action}: the key ${key} with several values cannot be evaluated; give one value`);
  return {
    ...chain,
    context: Object.fromEntries(Object.entries(chain.context).map(([key, value]) => [names.get(key.toLowerCase()) ?? key, value])),
    identity: chain.identity.map(policy),
    serviceControl: several(chain.serviceControl),
    resourceControl: several(chain.resourceControl),
    ...(chain.boundary ? { boundary: policy(chain.boundary) } : {}),
    ...(chain.resourcePolicy ? { resourcePolicy: policy(chain.resourcePolicy) } : {}),
    ...(chain.endpoint ? { endpoint: policy(chain.endpoint) } : {}),
  };
}
