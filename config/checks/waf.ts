import { readWafRules } from '../../lib/waf-rules';
import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { MANAGED_RULES, PAID_GROUP_MONTHLY_USD } from '../waf-managed-groups';
import { entriesOf, listOf, textOf } from './loose';

const PAID = ['botControl', 'accountTakeoverPrevention', 'accountCreationFraudPrevention'] as const;

/** Mistakes in rules/waf, and settings of environments that name rules which are not there or cost what nobody saw. */
export function wafMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const { rules, mistakes } = readWafRules();
  return [
    ...mistakes,
    ...entriesOf(input?.environments, 'environments').flatMap(({ path, value }) => {
      const waf = value?.waf;
      const at = `${path}.waf`;
      return [
        ...ruleFileMistakes(waf, at, [...new Set(rules.map(({ file }) => file))]),
        ...customRuleMistakes(waf, at, new Map(rules.map(({ name, action }) => [name, action]))),
        ...managedRuleMistakes(waf, at),
        ...paidGroupMistakes(waf, at),
        ...rateLimitMistakes(waf, at),
      ];
    }),
  ];
}

function ruleFileMistakes(waf: Loose, at: string, files: readonly string[]): Mistake[] {
  return listOf(waf?.ruleFiles).flatMap((name, index) =>
    files.includes(name)
      ? []
      : [{ path: `${at}.ruleFiles.${index}`, message: `is no file of rules/waf (${files.join(', ')}); correct the name or add the file`, value: name }],
  );
}

function customRuleMistakes(waf: Loose, at: string, actions: ReadonlyMap<string, string>): Mistake[] {
  const allowed = [...actions].filter(([, action]) => action === 'allow').map(([name]) => name);
  const unusable = allowed.filter((name) => waf?.rules?.[name] === undefined).length === 0;
  return [
    ...entriesOf(waf?.rules, `${at}.rules`).flatMap(({ name, path, value }): Mistake[] => {
      if (!actions.has(name)) return [{ path, message: `is no rule of rules/waf (${[...actions.keys()].join(', ')}); correct the name or remove it`, value }];
      // An allow-rule that blocks would block what is normal.
      return actions.get(name) === 'allow' && value !== 'off'
        ? [{ path, message: 'is a rule with action allow, which can only be switched off; write off or remove it', value }]
        : [];
    }),
    ...(['count', 'block'].includes(waf?.allowList) && unusable
      ? [
          {
            path: `${at}.allowList`,
            message: 'needs rules with action allow, and rules/waf has none that is on; write some, or set it to off',
            value: waf.allowList,
          },
        ]
      : []),
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
  return PAID.filter((name) => typeof waf?.[name] === 'object' && waf[name].acknowledgeMonthlyCostUsd !== PAID_GROUP_MONTHLY_USD).map((name) => ({
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
