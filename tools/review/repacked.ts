import { policyDocumentsIn } from '../synthesis/policy-documents';
import { resourcesIn } from '../synthesis/resources-in';
import type { TerraformJson } from '../synthesis/synthesize';
import type { ResourceChange } from './resource-changes';

type Documents = ReadonlyMap<string, TerraformJson>;
const PACKED = 'aws_organizations_policy';

/**
 * Organization policies share a few documents, into which statements are packed anew with every change. A statement that only
 * went into another document changes nothing: such moves are told as one line, so that the others are seen.
 */
export function withoutRepacking(changes: readonly ResourceChange[], before: Documents, after: Documents): ResourceChange[] {
  const [old, now] = [statementTexts(before), statementTexts(after)];
  return changes.map((change) => {
    if (change.type !== PACKED || change.action !== 'change') return change;
    const moved = ({ path, removed, added }: ResourceChange['changes'][number]) =>
      path.startsWith('content.Statement[') && removed.every((text) => now.has(text)) && added.every((text) => old.has(text));
    const count = change.changes.filter(moved).length;
    if (count === 0) return change;
    const packed = {
      path: 'content',
      removed: [],
      added: [`${count} ${count === 1 ? 'statement comes from or goes' : 'statements come from or go'} into another policy, unchanged`],
    };
    return { ...change, changes: [...change.changes.filter((one) => !moved(one)), packed] };
  });
}

const statementTexts = (documents: Documents): ReadonlySet<string> =>
  new Set(
    [...documents].flatMap(([stack, document]) =>
      resourcesIn(stack, document)
        .filter(({ type }) => type === PACKED)
        .flatMap(policyDocumentsIn)
        .flatMap(({ statements }) => statements.map((statement) => JSON.stringify(statement))),
    ),
  );
