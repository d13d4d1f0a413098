import type { PolicyDocument } from '../../../policies/policy-document';
import type { Layer } from '../../../tools/can/decide';
import { type DataRequest, REQUESTS, read, succeeds } from '../../support/data-requests';
import { type Changes, careless, type PolicyName, showcaseOrganization, statementsOf, without } from '../../support/showcase';

const organization = showcaseOrganization();

describe('everything that has a say', () => {
  it.each(REQUESTS.map((request): [string, DataRequest] => [`${request.on}: ${request.what}`, request]))('%s', async (_what, request) => {
    expect(await succeeds(organization, request)).toBe(request.allowed);
  });
});

describe('a read needs every door open', () => {
  const opened = async (changes: Changes) => {
    const changed = showcaseOrganization(changes);
    const [object, key] = read('app/customers');
    return [await succeeds(changed, object), await succeeds(changed, key)];
  };
  it('all three open: the application reads', async () => expect(await opened({})).toEqual([true, true]));
  it('the bucket closed', async () => {
    const changes: Changes = { bucket: (policy: PolicyDocument) => JSON.parse(JSON.stringify(policy).replaceAll('role/app/customers', 'role/app/nobody')) };
    expect(await opened(changes)).toEqual([false, true]);
  });
  it('the endpoint closed', async () => expect(await opened({ endpoint: without('AllowOurPrincipalsOnOurBuckets') })).toEqual([false, true]));
  it('the key closed', async () => expect(await opened({ key: without('AllowUseThroughServices') })).toEqual([true, false]));
});

/** The rows must hold by the resource's own policy even where somebody lets everybody in; guardrails are left out, to see each statement. */
const OWN: readonly Layer[] = ['identity', 'resource', 'endpoint'];
const GUARDED: readonly PolicyName[] = ['bucket', 'accessLogs', 'queue', 'topic', 'secret', 'masterPassword', 'table', 'enclave'];

describe.each(GUARDED)('the policy of the %s', (name) => {
  const rows = REQUESTS.filter(
    ({ on, allowed, as, resource = '' }) => on === name && !allowed && !as.endsWith('.amazonaws.com') && !resource.endsWith('-dead'),
  );
  const denials = statementsOf(name).filter(({ Effect }) => Effect === 'Deny');

  it('denies by itself what it must, even beside a statement that allows everything', async () => {
    const changed = showcaseOrganization(name === 'enclave' ? {} : { [name]: careless });
    for (const request of rows) expect([request.what, await succeeds(changed, request, OWN)]).toEqual([request.what, false]);
  });

  it.each(denials.map(({ Sid }) => Sid))('%s is needed: without it a request passes that must not', async (sid) => {
    const changed = showcaseOrganization({ [name]: (policy: PolicyDocument) => careless(without(sid)(policy)) });
    const passing = [];
    for (const request of rows) if (await succeeds(changed, request, OWN)) passing.push(request.what);
    expect(passing).not.toEqual([]);
  });
});

it.each([
  ['bucket', 's3:GetObject'],
  ['secret', 'secretsmanager:GetSecretValue'],
] as const)('a role whose name is like a reader of the %s reads nothing', async (on, action) => {
  for (const as of ['app/customers2', 'app/customer', 'app/CUSTOMERS', 'app/x/customers', 'app/customers/x', 'apps/customers', 'app/customers*'])
    expect([as, await succeeds(organization, { what: 'look-alike', as, on, action, allowed: false })]).toEqual([as, false]);
});
