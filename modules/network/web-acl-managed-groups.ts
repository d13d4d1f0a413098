import type { Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { MANAGED_GROUPS } from '../../config/waf-managed-groups';
import { metrics, PRIORITIES, type Statement, type Waf } from './web-acl-rule';

const identifier = (name: string) => [{ identifier: name }];

/** Rules that AWS keeps up to date: bad addresses, known exploits, common attacks; and the paid groups where they are asked for. */
export function managedGroups(waf: Waf): Wafv2WebAclRule[] {
  return [
    ...MANAGED_GROUPS.map((name, index) => ({ name, index, ...(waf.managedGroups[name] ?? { mode: 'block' as const, rules: {} }) }))
      .filter(({ mode }) => mode !== 'off')
      .map(({ name, index, mode, rules }) =>
        group(name, PRIORITIES.managed + 10 * index, waf.mode === 'count' || mode === 'count', {
          ...(Object.keys(rules).length > 0
            ? { rule_action_override: Object.entries(rules).map(([rule, action]) => ({ name: rule, action_to_use: { [action]: {} } })) }
            : {}),
        }),
      ),
    ...paidGroups(waf).map(([name, index, configuration]) =>
      group(name, PRIORITIES.managed + 500 + 10 * index, waf.mode === 'count', { managed_rule_group_configs: [configuration] }),
    ),
  ];
}

/** Last, so that they see as few requests as possible: each one costs. */
function paidGroups({ botControl, accountTakeoverPrevention: takeover, accountCreationFraudPrevention: creation }: Waf): [string, number, Statement][] {
  const login = (given: { payload: string; usernameField: string; passwordField: string }) => ({
    payload_type: given.payload,
    username_field: identifier(given.usernameField),
    password_field: identifier(given.passwordField),
  });
  const groups: [string, number, Statement][] = [];
  if (botControl)
    groups.push(['AWSManagedRulesBotControlRuleSet', 0, { aws_managed_rules_bot_control_rule_set: { inspection_level: botControl.level.toUpperCase() } }]);
  if (takeover) {
    const configuration = { login_path: takeover.loginPath, request_inspection: login(takeover) };
    groups.push(['AWSManagedRulesATPRuleSet', 1, { aws_managed_rules_atp_rule_set: configuration }]);
  }
  if (creation) {
    const configuration = {
      registration_page_path: creation.registrationPagePath,
      creation_path: creation.creationPath,
      request_inspection: { ...login(creation), email_field: identifier(creation.emailField) },
    };
    groups.push(['AWSManagedRulesACFPRuleSet', 2, { aws_managed_rules_acfp_rule_set: configuration }]);
  }
  return groups;
}

function group(name: string, priority: number, count: boolean, configuration: Statement): Wafv2WebAclRule {
  return {
    name,
    priority,
    overrideAction: count ? { count: {} } : { none: {} },
    statement: { managed_rule_group_statement: { vendor_name: 'AWS', name, ...configuration } },
    visibilityConfig: metrics(name),
  };
}
