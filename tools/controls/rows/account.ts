import type { RequirementRow } from '../requirement-row';

/** Section A. Account of the requirements. */
export const ACCOUNT_ROWS: readonly RequirementRow[] = [
  {
    id: 'A1',
    state: 'done',
    module: 'modules/account/organization, organizational-units, member-accounts; tools/doctor',
    test: 'test/account-life, test/modules/account/member-accounts, test/tools/doctor, .ci/prove/doctor',
    rendered: 'org',
  },
  {
    id: 'A2',
    state: 'done',
    module:
      'policies/attachments, policies/scp, policies/rcp, modules/account/guardrails; policies/{ec2,tag,ai,backup}, modules/account/organization-policies; modules/data/backup-{vault,roles,copies}; tools/quotas',
    test: 'test/corpora, test/policies/mutations, test/modules/account/organization-policies, test/tools/quotas, .ci/prove/corpora',
    rendered: 'org-policies, guardrails.md',
  },
  {
    id: 'A3',
    state: 'done',
    module: 'modules/account/organization (central root), policies/scp/deny-member-root, modules/detection/trail-alarms/root; docs/runbooks/management-root.md',
    test: 'test/corpora, test/modules/detection/root-alarms, test/runbooks',
    rendered: 'org, org-policies, org-management',
  },
  {
    id: 'A4',
    state: 'done',
    module:
      'modules/account/identity-center, identity-center-groups, policies/scp/deny-iam-users, deny-identity-providers, deny-cluster-identity-providers, deny-roles-anywhere',
    test: 'test/modules/account/identity-center, test/corpora, .ci/prove/scim',
    rendered: 'org-access, org-policies',
  },
  {
    id: 'A5',
    state: 'done',
    module:
      'policies/permission-set (evaluated over 2,990 requests; readers change nothing and read none of 33 data actions beyond a written list; the Team attribute binds secrets), policies/boundary, modules/account/identity-center-permission-sets, identity-center-assignments, config/checks/access-placement, policies/scp/require-boundary',
    test: 'test/corpora/everyday, test/modules/account/identity-center, test/config/access, .ci/prove/corpora',
    rendered: 'org-access, ENV',
  },
  {
    id: 'A6',
    state: 'done',
    module: "modules/account/cost-alarms, member-accounts (contacts, management's too), policies/permission-set/billing",
    test: 'test/modules/account/member-accounts, test/corpora/everyday',
    rendered: 'org, org-management, org-access',
  },
  {
    id: 'A7',
    state: 'done',
    module: 'policies/key, policies/bucket, policies/scp, config/checks/separation-of-duties, access-placement',
    test: 'test/policies/key-policy, test/config/access, test/corpora',
    rendered: 'ENV, log-archive, org-policies',
  },
  {
    id: 'A8',
    state: 'done',
    module: 'policies/role/{trust,services-naming-the-account}, policies/rcp, tools/synthesis/{checks,principals,grants,trusts}',
    test: 'test/policies/{trust-and-roles,service-trusts}, test/tools/synthesis-checks, test/tools/trusts, .ci/prove/example (no unknown principal)',
    rendered: 'trusts.md, *-state',
  },
  {
    id: 'A9',
    state: 'done',
    module: 'modules/account/delegated-administrators, organization-resource-policy',
    test: 'test/modules/account/delegated-administrators, .ci/prove/everything-on',
    rendered: 'org',
  },
  {
    id: 'A10',
    state: 'done',
    module: 'modules/account/break-glass-role, break-glass-users, policies/role/trust, modules/detection/trail-alarms, organization-view (archive rule)',
    test: 'test/policies/break-glass (Identity Center taken out), test/corpora',
    rendered: '*-state, org-management',
  },
];
