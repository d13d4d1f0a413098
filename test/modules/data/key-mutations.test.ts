import { loadBlueprint } from '../../../config/load';
import type { PolicyDocument, PolicyStatement } from '../../../policies/policy-document';
import { Synthesized } from '../../../tools/can/synthesized';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { granting, keyOf, may, roleArn, setRole, through } from '../../support/key-access';
import { synth } from '../../support/synth';

const { blueprint } = loadBlueprint(exampleInput(), exampleIds());
const { documents } = synth(exampleInput());
const original = new Synthesized(blueprint, documents);
const prod = documents.get('prod');
const KEY = 'key_customer_key';
const { Statement } = JSON.parse(prod.resource.aws_kms_key[KEY].policy) as PolicyDocument;

/** What the key of customers' data must refuse, each by one door. */
const app = roleArn(original, 'prod', 'app/shop');
const admin = roleArn(original, 'prod', 'Admin');
const apply = roleArn(original, 'prod', 'platform/apply');
const deploy = roleArn(original, 'prod', 'app-deploy');
const foreign = { 'kms:CallerAccount': '444444444444' };
const via = (service: string) => through(original, service, 'prod');
const table = { ...via('dynamodb'), 'kms:EncryptionContext:aws:dynamodb:subscriberId': '555555555555' };
const secret = { ...via('secretsmanager'), 'kms:EncryptionContext:SecretARN': 'arn:aws:secretsmanager:eu-west-1:555555555555:secret:x-AbCdEf' };
const PROBES: readonly (readonly [who: string, action: string, context: Readonly<Record<string, string>>])[] = [
  [app, 'kms:Decrypt', foreign],
  [app, 'kms:Decrypt', { ...via('dynamodb'), 'kms:ViaService': 'sagemaker.eu-west-1.amazonaws.com' }],
  [app, 'kms:Decrypt', { ...via('secretsmanager'), 'kms:ViaService': 'sagemaker.eu-west-1.amazonaws.com' }],
  [app, 'kms:Decrypt', table],
  [app, 'kms:Decrypt', secret],
  [app, 'kms:CreateGrant', granting(foreign)],
  [app, 'kms:CreateGrant', granting(via('rds'), false)],
  [app, 'kms:PutKeyPolicy', {}],
  [admin, 'kms:Decrypt', via('s3')],
  [admin, 'kms:Decrypt', via('dynamodb')],
  [admin, 'kms:Decrypt', via('secretsmanager')],
  [admin, 'kms:GenerateDataKey', via('s3')],
  [admin, 'kms:CreateGrant', granting(via('rds'))],
  [apply, 'kms:GenerateDataKey', foreign],
  [apply, 'kms:CreateGrant', granting(foreign)],
  [apply, 'kms:ScheduleKeyDeletion', {}],
  [deploy, 'kms:CreateGrant', granting(via('rds'), false)],
  [deploy, 'kms:Decrypt', via('s3')],
  [setRole(original, 'prod', 'KeyAdmin'), 'kms:ScheduleKeyDeletion', {}],
];

async function open(statements: readonly PolicyStatement[]): Promise<number[]> {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const keys = { ...prod.resource.aws_kms_key, [KEY]: { ...prod.resource.aws_kms_key[KEY], policy } };
  const synthesized = new Synthesized(blueprint, new Map([...documents, ['prod', { ...prod, resource: { ...prod.resource, aws_kms_key: keys } }]]));
  const found: number[] = [];
  for (const [index, [who, action, context]] of PROBES.entries())
    if (await may(synthesized, who, keyOf(synthesized, 'prod', 'customer'), [action, context])) found.push(index);
  return found;
}

/** Two denials stand behind statements that allow nothing anyway: they hold against grants, which override missing permission only. */
const BEHIND = ['DenyUseByKeyAdministrators', 'DenyDecryptingByApplyRole'];
type Mutant = readonly [name: string, statements: readonly PolicyStatement[]];
const MUTANTS: readonly Mutant[] = Statement.flatMap((statement, index): Mutant[] => {
  const instead = (other: readonly PolicyStatement[]) => Statement.flatMap((one, at) => (at === index ? other : [one]));
  if (statement.Effect === 'Deny') return BEHIND.includes(statement.Sid) ? [] : [[`${statement.Sid} taken away`, instead([])]];
  return Object.keys(statement.Condition ?? {}).map((operator): Mutant => {
    const Condition = Object.fromEntries(Object.entries(statement.Condition ?? {}).filter(([name]) => name !== operator));
    return [`${statement.Sid} without ${operator}`, instead([{ ...statement, Condition }])];
  });
});

it('refuses every probe as it stands', async () => {
  expect(await open(Statement)).toEqual([]);
  expect(MUTANTS.length).toBeGreaterThan(12);
});

it.each(MUTANTS)('%s: something gets in', async (_name, statements) => {
  expect((await open(statements)).length).toBeGreaterThan(0);
});
