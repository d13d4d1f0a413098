import type { RequirementRow } from '../requirement-row';

/** Section C. Network of the requirements. */
export const NETWORK_ROWS: readonly RequirementRow[] = [
  {
    id: 'C1',
    state: 'done',
    module:
      'tools/default-vpcs, tools/bootstrap, modules/detection/{default-vpc-rule,trail-alarms,forwarded-account-events}, modules/network/empty-defaults, policies/scp/deny-default-network',
    test: 'test/tools/default-vpcs, test/tools/default-vpcs-access, test/modules/detection/default-vpc, test/modules/network/empty-defaults, .ci/prove/default-vpcs, .ci/prove/config-rules',
    rendered: 'all',
  },
  {
    id: 'C2',
    state: 'done',
    module: 'modules/network/{workload-network,subnet-plan,inspection-network,transit-subnets}',
    test: 'test/modules/network',
    rendered: 'prod, dev, test',
  },
  {
    id: 'C3',
    state: 'done',
    module: 'modules/network/{routing,vpc-endpoints,inspection-routing}; tools/reach',
    test: 'test/tools/reach',
    rendered: 'reachability.md',
  },
  {
    id: 'C4',
    state: 'done',
    module: 'policies/scp/protect-network, protect-security-groups; modules/network/security-groups, network-acls; config/checks/flows',
    test: 'test/policies, test/modules/network/security-groups, test/tools/reach',
    rendered: 'org-policies, prod',
  },
  {
    id: 'C5',
    state: 'done',
    module: 'modules/network/web-acl*, rules/waf/*.json, lib/waf-rules, tools/waf',
    test: 'test/tools/waf, test/lib/waf-rules, test/modules/network/web-acl',
    rendered: 'prod, dev, test',
  },
  {
    id: 'C6',
    state: 'done',
    module: 'modules/network/shield-* (Standard: docs/waf.md)',
    test: 'test/modules/network/shield-advanced, .ci/prove/everything-on',
    rendered: '(fixture)',
  },
  {
    id: 'C7',
    state: 'part',
    module: 'modules/network/firewall-manager, config/checks/firewall-manager',
    test: 'test/modules/network/firewall-manager, test/config/mistakes, .ci/prove/everything-on',
    rendered: '(fixture everything-on)',
    missing: 'audit of what security group rules say (unused and redundant groups only)',
  },
  {
    id: 'C8',
    state: 'done',
    module: 'lib/suricata, modules/network/{network-firewall,firewall-rules,rule-groups,tls-inspection}, rules/suricata',
    test: 'test/lib/suricata, test/modules/network/network-firewall, central-network, rule-groups',
    rendered: 'prod; (fixture central)',
  },
  {
    id: 'C9',
    state: 'part',
    module: 'modules/network/{dns-firewall,resolver-query-logs,public-access-block,encryption-control}, rules/ioc',
    test: 'test/modules/network/dns-firewall, .ci/prove/everything-on',
    rendered: 'prod, log-archive',
    missing: "ids of AWS's managed domain lists are entered by hand",
  },
  {
    id: 'C10',
    state: 'done',
    module: 'modules/network/{transit-gateway,transit-routes}; tools/reach',
    test: 'test/tools/reach (mutations), test/policies/central-network, .ci/prove/central',
    rendered: 'reachability.md; (fixture central)',
  },
];
