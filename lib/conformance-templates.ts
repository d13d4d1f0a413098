import type { Account, Blueprint } from '../config/blueprint';
import { NETWORK_ACCOUNT } from '../config/central-network';
import type { ConformanceRule } from '../config/conformance-pack-schema';
import { type ConformancePack, readConformancePacks } from './conformance-packs';
import { managedConfigRules } from './managed-config-rules';
import { conformanceRuleName } from './naming';

/** A pack as AWS Config takes it. */
export interface ConformanceTemplate {
  /** Name of its file. */
  readonly name: string;
  /** YAML. */
  readonly body: string;
}

/** The packs of one account and region: those that the configuration chose and that are for it, with the rules that AWS offers there. */
export function conformanceTemplates(blueprint: Blueprint, account: Account, region: string): ConformanceTemplate[] {
  const chosen = blueprint.securityServices.conformancePacks;
  return readConformancePacks()
    .packs.filter(({ name }) => chosen === 'all' || chosen.includes(name))
    .filter((pack) => isFor(pack, blueprint, account) && (pack.regions === 'enabled' || region === blueprint.regions.home))
    .flatMap(({ name, rules }) => {
      const offered = rules.filter(({ identifier }) => managedConfigRules().get(identifier)?.offeredIn(region));
      // AWS Config refuses a pack without rules.
      return offered.length > 0 ? [{ name, body: yaml({ Resources: Object.fromEntries(offered.flatMap((rule) => resources(rule, blueprint))) }) }] : [];
    });
}

function isFor({ accounts }: ConformancePack, { environments, organization }: Blueprint, { name }: Account): boolean {
  const workload = environments.some((one) => one.name === name);
  switch (accounts) {
    case 'all':
      return true;
    case 'workloads':
      return workload;
    case 'platform':
      return !workload && name !== NETWORK_ACCOUNT;
    case 'backed-up':
      return organization.backupPolicy.environments.includes(name);
  }
}

/** One rule, or one for each data class. */
function resources(rule: ConformanceRule, { dataClasses }: Blueprint): [string, Tree][] {
  const shortestRetentionDays = String(Math.min(...Object.values(dataClasses).map(({ retentionDays }) => retentionDays)));
  const parameters = Object.fromEntries(
    Object.entries(rule.parameters).map(([name, value]) => [name, value === '{shortestRetentionDays}' ? shortestRetentionDays : value]),
  );
  if (!rule.eachDataClass) return [resource(rule, rule.name, parameters)];
  return Object.keys(dataClasses).map((name) => resource(rule, `${rule.name}-${name}`, { ...parameters, resourceTags: JSON.stringify({ DataClass: name }) }));
}

function resource({ identifier, reason, resourceTypes, alert }: ConformanceRule, name: string, parameters: Readonly<Record<string, string>>): [string, Tree] {
  const periodic = managedConfigRules().get(identifier)?.trigger !== 'change';
  const properties: Tree = {
    ConfigRuleName: conformanceRuleName(name, alert),
    Description: reason,
    ...(Object.keys(parameters).length > 0 ? { InputParameters: parameters } : {}),
    // Once a day is the least that there is, and what it costs.
    ...(periodic ? { MaximumExecutionFrequency: 'TwentyFour_Hours' } : {}),
    ...(resourceTypes.length > 0 ? { Scope: { ComplianceResourceTypes: resourceTypes } } : {}),
    Source: { Owner: 'AWS', SourceIdentifier: identifier },
  };
  // Names of resources are letters and digits.
  const id = name.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
  return [id, { Type: 'AWS::Config::ConfigRule', Properties: properties }];
}

type Tree = { readonly [name: string]: string | readonly string[] | Tree };

/** PutConformancePack takes YAML. A JSON string is a YAML one, so every text is quoted that way. */
function yaml(tree: Tree, indent = ''): string {
  return Object.entries(tree)
    .map(([name, value]) => {
      if (typeof value === 'string') return `${indent}${name}: ${JSON.stringify(value)}\n`;
      if (isList(value)) return `${indent}${name}:\n${value.map((one) => `${indent}- ${JSON.stringify(one)}\n`).join('')}`;
      return `${indent}${name}:\n${yaml(value, `${indent}  `)}`;
    })
    .join('');
}

const isList = (value: readonly string[] | Tree): value is readonly string[] => Array.isArray(value);
