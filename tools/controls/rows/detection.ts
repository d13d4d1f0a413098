import type { RequirementRow } from '../requirement-row';

/** Section D. Detection maturity of the requirements. */
export const DETECTION_ROWS: readonly RequirementRow[] = [
  {
    id: 'D1',
    state: 'done',
    module:
      'modules/detection/{organization-trail,trail-selectors,trail-alarms,config-recorder,organization-view}, modules/network/{flow-logs,resolver-query-logs}, tools/synthesis/creation-order',
    test: 'test/modules/detection/{trail-alarms,trail-selectors,recorded-everywhere}, test/tools/creation-order, .ci/prove/detections',
    rendered: 'org-management, all',
  },
  {
    id: 'D2',
    state: 'part',
    module: 'policies/bucket/log-delivery, modules/detection/{log-archive,log-bucket,locked-copy,access-log-archive,access-log-copies,central-log-groups}',
    test: 'test/modules/detection/{log-delivery,log-loss,locked-copy,access-log-copies,central-log-groups}',
    rendered: 'log-archive',
    missing: 'central log groups have no retention (the provider lacks the setting)',
  },
  {
    id: 'D3',
    state: 'done',
    module:
      'modules/detection/{conformance-packs,findings-bucket,findings-key,guard-duty,security-hub,inspector,detective,macie,members-among,management-services,security-event-bus,event-forwarding,finding-alerts,alert-chain}, modules/account/delegated-administrators',
    test: 'test/modules/detection/{conformance-packs,findings-export,ladder,security-services,event-patterns,finding-alerts,security-event-bus}, .ci/prove/ladder, .ci/prove/services-already-on',
    rendered: '(step correlated; fixture everything-on)',
  },
  {
    id: 'D4',
    state: 'done',
    module: 'functions/response, modules/detection/{response,response-role,quarantine-role}',
    test: 'test/functions/response, test/modules/detection/{response,response-access}, .ci/prove/respond',
    rendered: '(step respond; fixture everything-on)',
  },
  {
    id: 'D5',
    state: 'done',
    module:
      'lib/ioc, rules/ioc, rules/hunting, modules/detection/{hunting,hunting-scope,hunting-sources,bucket-requests,threat-lists,trail-baselines}, modules/network/{firewall-indicators,web-acl-indicators,indicator-domains}',
    test: 'test/lib/ioc, test/modules/detection/{hunting-tables,hunting-access,indicators-everywhere,trail-baselines}, .ci/prove/hunting',
    rendered: '(step hunting; fixture everything-on)',
  },
  {
    id: 'D6',
    state: 'done',
    module: 'modules/detection/{decoys,decoy-filters,decoy-alarm,decoy-findings}, tools/decoys',
    test: 'test/modules/detection/{decoys,decoy-findings}, test/tools/decoys, .ci/prove/{decoys,respond}',
    rendered: '(step deception; fixture everything-on)',
  },
];
