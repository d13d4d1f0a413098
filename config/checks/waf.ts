import { readWafRules, type WafRule } from '../../lib/waf-rules';
import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { PROFILE_PRESETS } from '../presets';
import { MANAGED_RULES, PAID_GROUP_MONTHLY_USD } from '../waf-managed-groups';
import { entriesOf, listOf, textOf } from './loose';

const PAID = ['botControl', 'accountTakeoverPrevention', 'accountCreationFraudPrevention'] as const;

const ALLOWS_NOTHING = 'needs rules with action allow, and there is none that is on; write some in rules/waf, or set it to off';

/** Mistakes in rules/waf, and settings of environments that name rules which are not there or cost what nobody saw. */
export function wafMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const { rules, mistakes } = readWafRules();
  return [
    ...mistakes,
    ...entriesOf(input?.environments, 'environments').flatMap(({ path, value }) => {
      const waf = value?.waf;
      const at = `${path}.waf`;
      return [
        ...regionalMistakes(value, at),
        ...ruleFileMistakes(waf, at, [...new Set(rules.map(({ file }) => file))]),
        ...customRuleMistakes(waf, at, rules, value?.profile),
        ...managedRuleMistakes(waf, at),
        ...paidGroupMistakes(waf, at),
        ...rateLimitMistakes(waf, at),
      ];
    }),
  ];
}

/** What can be reached, or is protected by way of the web ACL, has one. */
function regionalMistakes(value: Loose, at: string): Mistake[] {
  const preset = PROFILE_PRESETS[value?.profile as keyof typeof PROFILE_PRESETS];
  const needs = [
    (value?.network?.publicIngress ?? preset?.publicIngress) === true && 'network.publicIngress',
    value?.shieldAdvanced?.enabled === true && 'shieldAdvanced',
    value?.examples !== undefined && 'examples',
  ].filter(Boolean);
  return value?.waf?.regional === false && needs.length > 0
    ? [{ path: `${at}.regional`, message: `must not be false beside ${needs.join(', ')}; remove it`, value: false }]
    : [];
}

function ruleFileMistakes(waf: Loose, at: string, files: readonly string[]): Mistake[] {
  return listOf(waf?.ruleFiles).flatMap((name, index) =>
    files.includes(name)
      ? []
      : [{ path: `${at}.ruleFiles.${index}`, message: `is no file of rules/waf (${files.join(', ')}); correct the name or add the file`, value: name }],
  );
}

function customRuleMistakes(waf: Loose, at: string, rules: readonly WafRule[], profile: Loose): Mistake[] {
  const actions = new Map(rules.map(({ name, action }) => [name, action]));
  const given = waf?.ruleFiles;
  const files: 'all' | readonly string[] =
    given === 'all' || Array.isArray(given) ? given : (PROFILE_PRESETS[profile as keyof typeof PROFILE_PRESETS]?.wafRuleFiles ?? 'all');
  const marks = rules.some(({ name, file, action }) => action === 'allow' && waf?.rules?.[name] !== 'off' && (files === 'all' || files.includes(file)));
  return [
    ...entriesOf(waf?.rules, `${at}.rules`).flatMap(({ name, path, value }): Mistake[] => {
      if (!actions.has(name)) return [{ path, message: `is no rule of rules/waf (${[...actions.keys()].join(', ')}); correct the name or remove it`, value }];
      // An allow-rule that blocks would block what is normal.
      return actions.get(name) === 'allow' && value !== 'off'
        ? [{ path, message: 'is a rule with action allow, which can only be switched off; write off or remove it', value }]
        : [];
    }),
    // Without a rule that marks what is normal, everything would be refused.
    ...(['count', 'block'].includes(waf?.allowList) && !marks ? [{ path: `${at}.allowList`, message: ALLOWS_NOTHING, value: waf.allowList }] : []),
  ];
}

function managedRuleMistakes(waf: Loose, at: string): Mistake[] {
  return entriesOf(waf?.managedGroups, `${at}.managedGroups`).flatMap(({ name, path, value }) => {
    const known: readonly string[] | undefined = MANAGED_RULES[name as keyof typeof MANAGED_RULES];
    if (!known) return [];
    return entriesOf(value?.rules, `${path}.rules`)
      .filter((rule) => !known.includes(rule.name))
      .map((rule) => ({
        path: rule.path,
        message: `is no rule of the group (${known.join(', ')}); correct the name, or add a new one to config/waf-managed-groups.ts`,
        value: rule.value,
      }));
  });
}

function paidGroupMistakes(waf: Loose, at: string): Mistake[] {
  return PAID.filter((name) => waf?.[name] && typeof waf[name] === 'object' && waf[name].acknowledgeMonthlyCostUsd !== PAID_GROUP_MONTHLY_USD).map((name) => ({
    path: `${at}.${name}.acknowledgeMonthlyCostUsd`,
    message: `must be ${PAID_GROUP_MONTHLY_USD}: the group costs ${PAID_GROUP_MONTHLY_USD} USD a month for each web ACL, and requests on top; set it to acknowledge the cost, or remove ${name}`,
    value: waf[name].acknowledgeMonthlyCostUsd,
  }));
}

function rateLimitMistakes(waf: Loose, at: string): Mistake[] {
  const names = listOf(waf?.rateLimits).map((limit) => textOf(limit?.name));
  return names.flatMap((name, index) =>
    name !== undefined && names.indexOf(name) < index
      ? [
          {
            path: `${at}.rateLimits.${index}.name`,
            message: `is also the name of ${at}.rateLimits.${names.indexOf(name)}; every limit has its own`,
            value: name,
          },
        ]
      : [],
  );
}
