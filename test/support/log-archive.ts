import { loadBlueprint } from '../../config/load';
import type { PolicyStatement } from '../../policies/policy-document';
import { Synthesized } from '../../tools/can/synthesized';
import type { Synthesis } from '../../tools/synthesis/synthesize';
import { exampleIds, exampleInput } from '../fixtures/example';
import { synth } from './synth';

/** The example at step `centralized`. */
export function centralizedOrganization(): { readonly synthesized: Synthesized; readonly documents: Synthesis['documents'] } {
  const input = { ...exampleInput(), detection: 'centralized' as const };
  const { documents } = synth(input);
  return { synthesized: new Synthesized(loadBlueprint(input, exampleIds()).blueprint, documents), documents };
}

/** A policy of the log archive, by type and address. */
export interface ArchivePolicy {
  readonly type: 'aws_s3_bucket_policy' | 'aws_kms_key';
  readonly address: string;
  readonly statements: readonly PolicyStatement[];
}

/** Terraform's own dollar signs taken away and given back. */
const read = (policy: string): { Statement: PolicyStatement[] } => JSON.parse(policy.replaceAll('$${', '${'));
const written = (document: object): string => JSON.stringify(document).replaceAll(/\$\{(?=aws:)/g, '$$$${');

export function archivePolicies(documents: Synthesis['documents'], type: ArchivePolicy['type'], addresses: RegExp): ArchivePolicy[] {
  const found: Record<string, { policy: string }> = documents.get('log-archive').resource[type];
  return Object.entries(found)
    .filter(([address]) => addresses.test(address))
    .map(([address, { policy }]) => ({ type, address, statements: read(policy).Statement }));
}

/** The organization with other statements in one policy of the archive. */
export function withPolicy(
  { synthesized, documents }: ReturnType<typeof centralizedOrganization>,
  { type, address }: ArchivePolicy,
  statements: readonly PolicyStatement[],
): Synthesized {
  const stack = documents.get('log-archive');
  const { [address]: one, ...others } = stack.resource[type];
  const changed = { ...one, policy: written({ ...read(one.policy), Statement: statements }) };
  const resource = { ...stack.resource, [type]: { ...others, [address]: changed } };
  return new Synthesized(synthesized.blueprint, new Map([...documents, ['log-archive', { ...stack, resource }]]));
}

/** Statements with one condition operator, or one whole statement, taken away; and those that name keys, for any key. */
export function weakened(statements: readonly PolicyStatement[]): { readonly what: string; readonly statements: readonly PolicyStatement[] }[] {
  const replaced = (index: number, statement?: PolicyStatement) => statements.flatMap((same, at) => (at === index ? (statement ? [statement] : []) : [same]));
  return statements.flatMap((statement, index) => {
    const { Condition = {}, Resource, ...rest } = statement;
    const resource = Resource === undefined ? {} : { Resource };
    const operators = Object.keys(Condition).map((operator) => {
      const { [operator]: _gone, ...left } = Condition;
      return { what: `${statement.Sid} without ${operator}`, statements: replaced(index, { ...rest, ...resource, Condition: left }) };
    });
    if (statement.Effect === 'Deny') return [{ what: `without ${statement.Sid}`, statements: replaced(index) }];
    const [first] = [Resource].flat();
    const anyKey = typeof first === 'string' ? first.replace(/^(arn:aws:s3:::[^/]+)\/.*$/, '$1/*') : undefined;
    return [
      ...operators,
      ...(anyKey && anyKey !== first ? [{ what: `${statement.Sid} for any key`, statements: replaced(index, { ...rest, Resource: anyKey, Condition }) }] : []),
    ];
  });
}
