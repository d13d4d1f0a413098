import type { Blueprint } from '../../config/blueprint';
import { attackTechniques } from './attack-techniques';
import { techniques } from './techniques';

/** What `npm run detections` asks, for the accounts of an organization. Corpora name accounts of the example: others have placeholders. */
export function corpora(blueprint: Blueprint) {
  const ids = Object.fromEntries(Object.values(blueprint.accounts).map(({ name, id }) => [name, id]));
  return { attacks: attackTechniques(ids), techniques: techniques(ids, blueprint) };
}
