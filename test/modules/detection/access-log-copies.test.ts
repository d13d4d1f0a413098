import { loadBlueprint } from '../../../config/load';
import { administrator, evaluateCall, principalNamed } from '../../../tools/can/corpus';
import type { Layer } from '../../../tools/can/decide';
import type { Principal } from '../../../tools/can/principals';
import { roleNames } from '../../../tools/can/principals';
import { Synthesized } from '../../../tools/can/synthesized';
import { exampleIds } from '../../fixtures/example';
import showcase from '../../fixtures/showcase';
import { archivePolicies, weakened, withPolicy } from '../../support/log-archive';
import { resources, synth } from '../../support/synth';

const input = { ...showcase(), detection: 'centralized' as const };
const synthesis = synth(input);
const { blueprint } = loadBlueprint(input, exampleIds());
const organization = new Synthesized(blueprint, synthesis.documents);
const id = (name: string) => blueprint.accounts[name]?.id as string;
const ARCHIVE = id('log-archive');
const COPIES = `arn:aws:s3:::example-corp-logs-access-${ARCHIVE}`;
const KEY = `arn:aws:kms:eu-west-1:${ARCHIVE}:alias/platform/logs`;
const OTHERS = Object.keys(blueprint.accounts).filter((name) => name !== 'log-archive');
const ALL: readonly Layer[] = ['scp', 'rcp', 'identity', 'resource'];

const copier = (name: string) => principalNamed(organization, '/platform/service/access-log-copy', name);
async function may(principal: Principal, action: string, resource: string, owner: string, layers = ALL): Promise<boolean> {
  const context: Record<string, string> = action.startsWith('kms:')
    ? { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': principal.arn.split(':')[4] as string, 'aws:ViaAWSService': 'true' }
    : { 's3:TlsVersion': '1.2' };
  const call = { action, resources: [resource], region: 'eu-west-1', context, resourceAccount: owner };
  return (await evaluateCall(organization, principal, call, layers)).allowed;
}
const own = (name: string) => `arn:aws:s3:::example-corp-access-logs-eu-west-1-${id(name)}`;
const WRITES = ['s3:ReplicateObject', 's3:ReplicateTags', 's3:ObjectOwnerOverrideToBucketOwner'];

it.each(OTHERS)('access logs of %s are copied into its folder of the archive, encrypted with the key there', async (name) => {
  const who = copier(name);
  for (const action of ['s3:GetReplicationConfiguration', 's3:ListBucket'])
    expect([action, await may(who, action, own(name), id(name))]).toEqual([action, true]);
  for (const action of ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'])
    expect([action, await may(who, action, `${own(name)}/s3/${id(name)}/eu-west-1/b/x`, id(name))]).toEqual([action, true]);
  for (const action of WRITES) expect([action, await may(who, action, `${COPIES}/s3/${id(name)}/eu-west-1/b/x`, ARCHIVE)]).toEqual([action, true]);
  for (const action of ['kms:Encrypt', 'kms:GenerateDataKey']) expect([action, await may(who, action, KEY, ARCHIVE)]).toEqual([action, true]);
});

it('so are those of load balancers and distributions, as their services name them', async () => {
  const dev = id('dev');
  const from = `arn:aws:s3:::example-corp-dev-access-${dev}`;
  for (const key of [
    `load-balancer/access/AWSLogs/${dev}/elasticloadbalancing/eu-west-1/x`,
    `AWSLogs/${dev}/CloudFront/2026/11/25/x`,
    `s3/${dev}/eu-west-1/b/x`,
  ]) {
    expect([key, await may(copier('dev'), 's3:GetObjectVersionForReplication', `${from}/${key}`, dev)]).toEqual([key, true]);
    expect([key, await may(copier('dev'), 's3:ReplicateObject', `${COPIES}/${key}`, ARCHIVE)]).toEqual([key, true]);
  }
});

it.each<[string, string, string, string, string]>([
  ["into another account's folder", 'dev', 's3:ReplicateObject', `${COPIES}/s3/${id('prod')}/eu-west-1/b/x`, ARCHIVE],
  ['deletions', 'dev', 's3:ReplicateDelete', `${COPIES}/s3/${id('dev')}/eu-west-1/b/x`, ARCHIVE],
  ['an object of its own', 'dev', 's3:PutObject', `${COPIES}/s3/${id('dev')}/eu-west-1/b/x`, ARCHIVE],
  ['what it reads of the archive', 'dev', 's3:GetObject', `${COPIES}/s3/${id('dev')}/eu-west-1/b/x`, ARCHIVE],
  ['into the logs of the trail', 'dev', 's3:ReplicateObject', `arn:aws:s3:::example-corp-logs-cloudtrail-${ARCHIVE}/s3/${id('dev')}/x`, ARCHIVE],
  ['states', 'dev', 's3:GetObjectVersionForReplication', `arn:aws:s3:::example-corp-dev-state-${id('dev')}/dev/terraform.tfstate`, id('dev')],
  ['logs of another account', 'dev', 's3:GetObjectVersionForReplication', `${own('prod')}/s3/x`, id('prod')],
  ['what the key decrypts', 'dev', 'kms:Decrypt', KEY, ARCHIVE],
])('the role never copies %s', async (_what, name, action, resource, owner) => {
  expect(await may(copier(name), action, resource, owner)).toBe(false);
  expect(await may(administrator(copier(name).arn), action, resource, owner, ['scp', 'rcp', 'resource'])).toBe(false);
});

it('nobody else adds a copy, and nobody but break-glass of the archive deletes one, with every right that IAM could give', async () => {
  const found: string[] = [];
  for (const name of ['prod', 'dev', 'log-archive', 'security'])
    for (const role of [...roleNames(organization, name), '/Admin'])
      for (const action of ['s3:PutObject', 's3:ReplicateObject', 's3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention']) {
        const principal = administrator(`arn:aws:iam::${id(name)}:role${role}`);
        if (await may(principal, action, `${COPIES}/s3/${id(name)}/eu-west-1/b/x`, ARCHIVE, ['scp', 'rcp', 'resource']))
          found.push(`${name} ${role} ${action}`);
      }
  expect(found.filter((line) => !line.startsWith('log-archive /platform/break-glass'))).toEqual(
    ['prod', 'dev', 'security'].map((name) => `${name} /platform/service/access-log-copy s3:ReplicateObject`),
  );
});

it('the pipeline may say where to, as bootstrap may, and nobody else', async () => {
  const set = async (role: string) =>
    may(administrator(`arn:aws:iam::${id('dev')}:role${role}`), 's3:PutReplicationConfiguration', own('dev'), id('dev'), ['scp', 'rcp', 'resource']);
  expect([await set('/platform/apply'), await set('/platform/break-glass'), await set('/platform/plan'), await set('/Admin')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('every account but the archive copies, from step centralized on; deletions stay where they are', () => {
  const rules = resources(synthesis, 'aws_s3_bucket_replication_configuration').filter(({ attributes }) => attributes.rule[0].id === 'archive');
  expect(rules.map(({ stack, name }) => `${stack} ${name}`).sort()).toEqual([
    'dev baseline_access-log-copies_replication',
    'dev examples_access-logs_replication',
    'org-management baseline_access-log-copies_replication',
    'prod baseline_access-log-copies_replication',
    'security baseline_access-log-copies_replication',
    'test baseline_access-log-copies_replication',
  ]);
  for (const { attributes } of rules)
    expect(attributes.rule[0]).toMatchObject({
      status: 'Enabled',
      delete_marker_replication: { status: 'Disabled' },
      destination: {
        bucket: COPIES,
        account: ARCHIVE,
        access_control_translation: { owner: 'Destination' },
        encryption_configuration: { replica_kms_key_id: KEY },
      },
    });
  expect(resources(synth({ ...showcase(), detection: 'native' }), 'aws_s3_bucket_replication_configuration')).toEqual([]);
  const [lock] = resources(synthesis, 'aws_s3_bucket_object_lock_configuration').filter(({ name }) => name === 'logs_access_object-lock');
  expect(lock?.attributes.rule.default_retention).toEqual({ mode: 'GOVERNANCE', days: 30 });
});

/** What each condition of the two statements stops by itself; guardrails are left out. */
describe('without a condition somebody gets in', () => {
  const DEV = id('dev');
  const via = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 's3:TlsVersion': '1.2' };
  const elsewhere = { 'aws:PrincipalOrgID': 'o-somebodyelse' };
  const asks = [
    ['another organization', copier('dev').arn, elsewhere],
    ['an administrator', `arn:aws:iam::${DEV}:role/Admin`, {}],
    ['the role without S3', copier('dev').arn, { 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' }],
    ['a role of an account that is not ours', 'arn:aws:iam::210987654321:role/platform/service/access-log-copy', elsewhere],
  ] as const;
  const passing = async (on: Synthesized, kind: string): Promise<string[]> => {
    const done: string[] = [];
    const calls =
      kind === 'aws_kms_key'
        ? ([['kms:GenerateDataKey', KEY, DEV]] as const)
        : ['dev', 'prod'].map((name) => ['s3:ReplicateObject', `${COPIES}/s3/${id(name)}/eu-west-1/b/x`, id(name)] as const);
    for (const [action, resource, folder] of calls)
      for (const [what, arn, context] of [...asks, ['another account', copier('dev').arn, {}] as const]) {
        if (what === 'another account' ? folder === DEV : kind !== 'aws_kms_key' && (what === 'the role without S3' || folder !== DEV)) continue;
        const keys = action.startsWith('kms:') ? { 'kms:ViaService': via['kms:ViaService'], ...context } : { 's3:TlsVersion': '1.2', ...context };
        const call = { action, resources: [resource], region: 'eu-west-1', context: keys, resourceAccount: ARCHIVE };
        if ((await evaluateCall(on, administrator(arn), call, ['resource'])).allowed) done.push(what);
      }
    return done;
  };
  const policies = [
    ...archivePolicies(synthesis.documents, 'aws_s3_bucket_policy', /^logs_access_policy$/),
    ...archivePolicies(synthesis.documents, 'aws_kms_key', /^logs_key$/),
  ];
  const mutants = policies.flatMap((policy) =>
    weakened(policy.statements)
      .filter(({ what }) => what.startsWith('AllowAccessLogCopies'))
      .map((mutant) => [`${policy.address}: ${mutant.what}`, policy, mutant.statements] as const),
  );

  it('now nobody does', async () => {
    for (const { type } of policies) expect([type, await passing(organization, type)]).toEqual([type, []]);
    expect(mutants).toHaveLength(5);
  });

  it.each(mutants)('%s', async (_what, policy, statements) => {
    // Denials of the bucket stop some of it a second time.
    const bare = policy.type === 'aws_kms_key' ? statements : statements.filter(({ Effect }) => Effect === 'Allow');
    expect(await passing(withPolicy({ synthesized: organization, documents: synthesis.documents }, policy, bare), policy.type)).not.toEqual([]);
  });
});
