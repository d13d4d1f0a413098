import type { DataClassName } from '../../../config/blueprint';
import { loadBlueprint } from '../../../config/load';
import { SERVICE_LINKED_ROLES } from '../../../policies/key/service-roles';
import { permissionSet } from '../../../tools/can/principals';
import { Synthesized } from '../../../tools/can/synthesized';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { KEY_NAMES, type KeyName, keyOf, may, requests, roleArn, setRole, type Verb } from '../../support/key-access';
import { synth } from '../../support/synth';

/** The example as it is, and one in which every list is written out. */
const explicit = exampleInput();
explicit.dataClasses.customer.users = { permissionSets: ['DeveloperOperator'], roles: ['app/orders', 'etl/*'] };
explicit.dataClasses.customer.administrators = { permissionSets: ['KeyAdmin', 'PlatformAdmin'], roles: ['custody/keeper'] };
explicit.dataClasses.application.users = { permissionSets: ['Developer'], roles: ['app/*'] };
explicit.dataClasses.operational.pii = true;

const CONFIGS = { example: { input: exampleInput(), environments: ['prod', 'dev', 'test'] }, explicit: { input: explicit, environments: ['prod'] } };
const SETS = [
  'PlatformAdmin',
  'Developer',
  'DeveloperOperator',
  'DeveloperReadOnly',
  'SecurityAdmin',
  'SecurityAuditor',
  'NetworkAdmin',
  'KeyAdmin',
  'Billing',
];
const PLATFORM = ['platform/apply', 'platform/plan', 'platform/break-glass', 'platform/service/backup', 'platform/service/restore'];
const ROLES = [...PLATFORM, 'app/orders', 'app/shop', 'etl/nightly', 'app-deploy', 'custody/keeper', 'Admin', 'OrganizationAccountAccessRole'];
const LINKED = Object.keys(SERVICE_LINKED_ROLES).map((name) => `aws-service-role/${name.replace('*', '')}`);
const NAMES = [...SETS, ...ROLES, ...LINKED];
const VERBS: readonly Verb[] = ['administer', 'encrypt', 'decrypt', 'decrypt directly', 'grant to AWS', 'grant', 'read settings', 'delete'];
const CLASS_OF: Partial<Record<KeyName, DataClassName>> = { logs: 'operational', secrets: 'application' };

const named = (name: string, { permissionSets = [], roles = [] }: { permissionSets?: readonly string[]; roles?: readonly string[] }) =>
  permissionSets.includes(name) || roles.some((role) => role === name || (role.endsWith('/*') && name.startsWith(role.slice(0, -1))));

/** What the configuration says, told without looking at any policy. */
function expected(input: ReturnType<typeof exampleInput>, key: KeyName, name: string): Record<Verb, boolean> {
  const className = CLASS_OF[key] ?? (key as DataClassName);
  const { pii, users, administrators = { permissionSets: ['KeyAdmin'] } } = input.dataClasses[className];
  const deploys = name === 'platform/apply' || name === 'platform/break-glass';
  const administers = deploys || named(name, administrators);
  const open = users === 'account' || (users === undefined && !pii && className !== 'customer');
  const keepsRunning = LINKED.includes(name) || name.startsWith('platform/service/');
  const uses = key !== 'logs' && (open ? !administers : keepsRunning || named(name, users ?? { roles: ['app/*'] }));
  const builds = key !== 'logs' && (uses || deploys || (!open && name === 'app-deploy'));
  return {
    administer: administers,
    encrypt: builds,
    decrypt: uses,
    'decrypt directly': false,
    'grant to AWS': builds,
    grant: false,
    'read settings': true,
    delete: name === 'platform/break-glass',
  };
}

/** For people: of many, those who are missing. */
function who(names: readonly string[] = []): string {
  const short = (name: string) => name.replace(/^aws-service-role\/.*\//, '');
  const missing = NAMES.filter((name) => !names.includes(name));
  if (names.length === 0) return 'nobody';
  return names.length <= missing.length + LINKED.length ? names.map(short).join(', ') : `everybody in the account but ${missing.map(short).join(', ')}`;
}

describe.each(Object.entries(CONFIGS))('%s', (title, { input, environments }) => {
  const synthesized = new Synthesized(loadBlueprint(input, exampleIds()).blueprint, synth(input).documents);
  const arnOf = (name: string, environment: string) =>
    SETS.includes(name) ? setRole(synthesized, environment, name) : roleArn(synthesized, environment, name);

  it.each(environments)('the keys of %s open for whom the configuration names, and for nobody else', async (environment) => {
    const lines: string[] = [];
    for (const key of KEY_NAMES) {
      const asked = requests(synthesized, key, environment);
      const answers: Record<string, string[]> = {};
      for (const name of NAMES) {
        const wanted = expected(input, key, name);
        for (const verb of VERBS) {
          const allowed = await may(synthesized, arnOf(name, environment), keyOf(synthesized, environment, key), asked[verb]);
          expect([environment, key, name, verb, allowed]).toEqual([environment, key, name, verb, wanted[verb]]);
          if (allowed) answers[verb] = [...(answers[verb] ?? []), name];
        }
      }
      for (const verb of VERBS.filter((one) => one !== 'read settings')) lines.push(`${environment} | ${key} | ${verb} | ${who(answers[verb])}`);
    }
    if (environment === 'prod') process.stdout.write(`\n${title}: key | verb | who, if IAM lets them\n${lines.join('\n')}\n`);
  });

  it('roles of another environment reach no key of production, whatever IAM says', async () => {
    const verbs: Verb[] = ['administer', 'encrypt', 'decrypt', 'grant to AWS'];
    const reached: string[] = [];
    for (const own of environments.length > 1 ? ['dev', 'test'] : ['dev'])
      for (const key of KEY_NAMES)
        for (const name of NAMES)
          for (const verb of verbs)
            if (await may(synthesized, arnOf(name, own), keyOf(synthesized, 'prod', key), requests(synthesized, key, own)[verb]))
              reached.push(`${name} of ${own}: ${verb} with ${key}`);
    expect(reached).toEqual([]);
  });

  it('with their own policies, people who administer decrypt nothing, and who decrypts changes no policy', async () => {
    for (const environment of environments.slice(0, 2))
      for (const key of KEY_NAMES)
        for (const set of SETS) {
          const person = permissionSet(synthesized, set, environment);
          if (!person) throw new Error(`${set}: is no permission set`);
          const asked = requests(synthesized, key, environment);
          const can = async (verb: Verb) => may(synthesized, person, keyOf(synthesized, environment, key), asked[verb], ['scp', 'rcp', 'identity', 'resource']);
          const administers = await can('administer');
          expect([environment, key, set, 'both', administers && ((await can('decrypt')) || (await can('grant to AWS')))]).toEqual([
            environment,
            key,
            set,
            'both',
            false,
          ]);
          expect([environment, key, set, administers]).toEqual([environment, key, set, expected(input, key, set).administer]);
          expect([await can('decrypt directly'), await can('grant'), await can('delete')]).toEqual([false, false, false]);
        }
  });
});

it('a service tells nothing for the wrong table, secret, account or region', async () => {
  const synthesized = new Synthesized(loadBlueprint(exampleInput(), exampleIds()).blueprint, synth(exampleInput()).documents);
  const app = roleArn(synthesized, 'prod', 'app/shop');
  const key = keyOf(synthesized, 'prod', 'customer');
  const decrypt = (context: Record<string, string>) => may(synthesized, app, key, ['kms:Decrypt', { 'kms:CallerAccount': '444444444444', ...context }]);
  const secret = (arn: string) => decrypt({ 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com', 'kms:EncryptionContext:SecretARN': arn });
  const table = (account: string) =>
    decrypt({ 'kms:ViaService': 'dynamodb.eu-west-1.amazonaws.com', 'kms:EncryptionContext:aws:dynamodb:subscriberId': account });
  expect(await secret('arn:aws:secretsmanager:eu-west-1:444444444444:secret:database-AbCdEf')).toBe(true);
  expect(await secret('arn:aws:secretsmanager:eu-west-1:555555555555:secret:database-AbCdEf')).toBe(false);
  expect(await table('444444444444')).toBe(true);
  expect(await table('555555555555')).toBe(false);
  expect(await decrypt({ 'kms:ViaService': 'dynamodb.eu-west-1.amazonaws.com' })).toBe(false);
  expect(await decrypt({ 'kms:ViaService': 's3.eu-central-1.amazonaws.com' })).toBe(false);
  expect(await decrypt({ 'kms:ViaService': 'sagemaker.eu-west-1.amazonaws.com' })).toBe(false);
  // Pinned to our own secrets, the key of secrets opens nothing else.
  expect(
    await may(synthesized, app, keyOf(synthesized, 'prod', 'secrets'), [
      'kms:Decrypt',
      { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': '444444444444' },
    ]),
  ).toBe(false);
});
