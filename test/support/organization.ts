import { loadBlueprint } from '../../config/load';
import type { Call } from '../../tools/can/corpus';
import { administrator, principalNamed, withinBoundary } from '../../tools/can/corpus';
import type { Principal } from '../../tools/can/principals';
import { Synthesized } from '../../tools/can/synthesized';
import { exampleIds, exampleInput } from '../fixtures/example';
import { synth } from './synth';

/** The example organization with a partner, as it is evaluated: real synthesis, real-looking ids. */
export function exampleOrganization(): Synthesized {
  const input = exampleInput();
  input.guardrails = { partners: [{ name: 'scanner', account: '999988887777' as never }] };
  return new Synthesized(loadBlueprint(input, exampleIds()).blueprint, synth(input).documents);
}

/** Ids in place of the names in braces. */
export function bound<T>(synthesized: Synthesized, value: T): T {
  const { accounts, organization } = synthesized.blueprint;
  const names: [string, string][] = [...Object.values(accounts).map(({ name, id }): [string, string] => [name, id]), ['organization', organization.id]];
  return JSON.parse(names.reduce((text, [name, id]) => text.replaceAll(`{${name}}`, id), JSON.stringify(value)));
}

/** Who a row of a corpus names. Roles outside /platform/ that developers made carry their boundary; others have every right. */
export function principalOf(synthesized: Synthesized, { as, in: account }: { readonly as: string; readonly in: string }): Principal {
  const name = bound(synthesized, as);
  const at = synthesized.blueprint.accounts[account]?.id as string;
  if (!name.startsWith('arn:')) return principalNamed(synthesized, name, account);
  if (/:(oidc|saml)-provider\//.test(name)) return { arn: name, policies: [], at };
  if (/:role\/(app\/|app-)/.test(name)) return withinBoundary(synthesized, name, account);
  return { ...administrator(name), at };
}

/** A call with ids in place of names. */
export const boundCall = (synthesized: Synthesized, call: Call): Call => bound(synthesized, call);
