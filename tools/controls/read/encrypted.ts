import { encryptionOf } from '../../synthesis/encryption';
import type { Violation } from '../check';
import type { Estate } from '../estate';
import { each } from './resources';

/** Each resource of a type is encrypted with a key of ours, or stands in config/encryption-exceptions.ts with AWS's rule. */
export function encrypted(estate: Estate, type: string): Violation[] {
  const all = estate.all();
  const found = encryptionOf({ documents: estate.documents, resources: all }).filter(({ resource }) => resource.type === type);
  const wrong = new Map(found.flatMap(({ resource, wrong: line }) => (line ? [[resource.path, line]] : [])));
  return each(estate, type, ({ path }) => wrong.has(path) && 'is encrypted with no key of ours, and no exception says why');
}
