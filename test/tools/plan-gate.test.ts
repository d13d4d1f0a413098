import { hasChanges, refusals } from '../../tools/applying/plan-gate';

const change = (address: string, actions: string[], before: unknown = {}, after: unknown = {}) => ({
  address,
  type: address.split('.')[0] as string,
  change: { actions, before, after },
});
const plan = (...resource_changes: ReturnType<typeof change>[]) => ({ resource_changes });

describe('the plan gate', () => {
  it.each([
    [
      'a bucket destroyed',
      change('aws_s3_bucket.logs', ['delete']),
      [
        "aws_s3_bucket.logs: is stateful and would be destroyed; set status to 'retired' to let it leave the state, or take back the change that causes it (docs/upgrading.md)",
      ],
    ],
    [
      'a key replaced',
      change('aws_kms_key.key', ['delete', 'create']),
      [
        "aws_kms_key.key: is stateful and would be replaced; set status to 'retired' to let it leave the state, or take back the change that causes it (docs/upgrading.md)",
      ],
    ],
    [
      'a VPC replaced, new one first',
      change('aws_vpc.vpc', ['create', 'delete']),
      [
        "aws_vpc.vpc: is stateful and would be replaced; set status to 'retired' to let it leave the state, or take back the change that causes it (docs/upgrading.md)",
      ],
    ],
    ['a bucket forgotten', change('aws_s3_bucket.logs', ['forget']), []],
    ['a route destroyed', change('aws_route.out', ['delete']), []],
    ['a bucket changed', change('aws_s3_bucket.logs', ['update']), []],
    [
      'trusted access taken away',
      change(
        'aws_organizations_organization.o',
        ['update'],
        { aws_service_access_principals: ['sso.amazonaws.com', 'ram.amazonaws.com'] },
        { aws_service_access_principals: ['ram.amazonaws.com'] },
      ),
      [
        'aws_organizations_organization.o: aws_service_access_principals would lose sso.amazonaws.com, which is switched on; add it to organization.existing.trustedAccess',
      ],
    ],
    [
      'a policy type taken away',
      change('aws_organizations_organization.o', ['update'], { enabled_policy_types: ['TAG_POLICY'] }, { enabled_policy_types: [] }),
      ['aws_organizations_organization.o: enabled_policy_types would lose TAG_POLICY, which is switched on; add it to organization.existing.policyTypes'],
    ],
    [
      'trusted access added',
      change('aws_organizations_organization.o', ['update'], { aws_service_access_principals: [] }, { aws_service_access_principals: ['sso.amazonaws.com'] }),
      [],
    ],
  ])('%s', (_name, resource, expected) => {
    expect(refusals('prod', 'active', plan(resource))).toEqual(expected);
  });

  it('destroys nothing at all while an account is retired', () => {
    expect(refusals('prod', 'retired', plan(change('aws_route.out', ['delete'])))).toEqual([
      "aws_route.out: would be destroyed while the account is retired; empty the stack first: set status back to 'active' and run `npm run apply -- prod --empty`",
    ]);
  });

  it('knows a plan without changes', () => {
    expect(hasChanges(plan(change('aws_d.d', ['no-op']), change('data.aws_e.e', ['read'])))).toBe(false);
    expect(hasChanges(plan(change('aws_d.d', ['forget'])))).toBe(true);
    expect(hasChanges({ resource_changes: [], output_changes: { ids: { actions: ['create'] } } })).toBe(true);
  });
});
