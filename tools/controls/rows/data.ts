import type { RequirementRow } from '../requirement-row';

/** Section B. Data of the requirements. */
export const DATA_ROWS: readonly RequirementRow[] = [
  {
    id: 'B1',
    state: 'done',
    module: 'lib/data-tags, lib/blueprint-stack (default tags), tools/synthesis/tags, policies/tag',
    test: 'test/tools/tags',
    rendered: 'all',
  },
  {
    id: 'B2',
    state: 'done',
    module: 'modules/data/data-keys, policies/key (backup-copies and column-encryption among them), config/checks/data-classes',
    test: 'test/modules/data/{data-keys,key-access,key-services,key-mutations,backup-copies}, test/tools/data-access',
    rendered: 'prod, dev, test, data-access.md',
  },
  {
    id: 'B3',
    state: 'part',
    module: 'tools/synthesis/{encryption,storage-types}, config/encryption-exceptions, modules/data/*, modules/account/regional-baseline',
    test: 'test/tools/encryption, test/modules/data/{doors,showcase}',
    rendered: 'all; (fixture showcase)',
    missing: "which calls AWS services make of a key, and whether they name their account to it, is from AWS's documents, not measured in an account",
  },
  {
    id: 'B4',
    state: 'done',
    module: 'policies/bucket/transport, policies/resource, policies/rcp, modules/network/{load-balancer,certificate,content-distribution}',
    test: 'test/modules/data/doors, .ci/prove/showcase',
    rendered: 'log-archive, *-state; (fixture showcase)',
  },
  {
    id: 'B5',
    state: 'done',
    module: 'modules/data/{enclave-instance,enclave-key}, policies/key/column-encryption, docs/data-in-use.md, examples/column-encryption',
    test: 'test/modules/data/{doors,column-encryption}, test/examples, .ci/prove/column-encryption',
    rendered: '(fixture showcase)',
  },
  {
    id: 'B6',
    state: 'done',
    module: 'modules/data/encrypted-bucket, modules/account/{account-baseline,server-access-logs}, policies/endpoint, policies/rcp, policies/scp',
    test: 'test/modules/data/doors (each door alone, and all together), test/modules/account/server-access-logs',
    rendered: 'all; (fixture showcase)',
  },
  {
    id: 'B7',
    state: 'done',
    module: 'modules/data/{rotated-secret,master-password}, tools/leaks, tools/synthesis/checks, modules/detection/trail-alarms',
    test: 'test/tools/leaks, test/modules/data/doors, test/modules/detection/trail-alarms, .ci/prove/no-secrets',
    rendered: '(fixture showcase)',
  },
  {
    id: 'B8',
    state: 'part',
    module: 'modules/detection/{macie,macie-results}, modules/data/{log-masking,masked-log-group,masking-findings}, policies/logs, policies/scp/deny-unmask',
    test: 'test/modules/detection/macie',
    rendered: 'prod, dev, test; (fixture everything-on)',
    missing:
      "Macie's automated discovery has no resource in the provider: a console step (docs/data-protection.md); below step correlated nobody is told of the alarm on secrets in logs (it is read in the account)",
  },
];
