import type { Blueprint, Environment } from '../../config/blueprint';
import { attackTechniques } from './attack-techniques';
import type { Ids } from './technique';
import { techniques } from './techniques';

/** Environment of the example, in which the corpora act -> what makes one of its kind. */
const KINDS: Readonly<Record<string, (environment: Environment) => boolean>> = {
  prod: ({ profile }) => profile === 'production',
  dev: ({ handsOn }) => handsOn,
  test: ({ profile, handsOn }) => profile !== 'production' && !handsOn,
};

/** Ids by the names that the corpora use: an environment of that name, else one of its kind, else any. Accounts that tests make up have none. */
export function accountsOfCorpora({ accounts, environments }: Blueprint): Ids {
  const own = Object.fromEntries(Object.values(accounts).map(({ name, id }) => [name, id]));
  const standIns = Object.entries(KINDS).map(([name, ofKind]): [string, string] => {
    const environment = environments.find((one) => one.name === name) ?? environments.find(ofKind) ?? (environments[0] as Environment);
    return [name, environment.account.id];
  });
  return { ...own, ...Object.fromEntries(standIns) };
}

/** What `npm run detections` asks, for the accounts of an organization. */
export function corpora(blueprint: Blueprint) {
  const ids = accountsOfCorpora(blueprint);
  return { attacks: attackTechniques(ids), techniques: techniques(ids, blueprint) };
}
