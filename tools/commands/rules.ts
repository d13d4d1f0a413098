import { LIMITS } from '../../config/aws-limits';
import { indicatorLibrary } from '../../lib/ioc/library';
import { firewallRules, importedFiles } from '../../modules/network/firewall-rules';
import { planRuleGroups, sumOf } from '../../modules/network/rule-groups';
import { main } from '../applying/command';
import { configFile, loadConfigFile, projectRoot } from '../project';
import { commentOutRefused, dropExpired } from '../rules/comment-out';
import { indicatorTable } from '../rules/indicator-table';
import { ruleWarnings } from '../rules/rule-warnings';
import { tableLines } from '../table';
import { toolCommand } from '../tool-command';

const command = toolCommand('rules')
  .description('Checks rules/suricata and rules/ioc against what AWS takes, and lists files, rule groups and rules that can never fire.')
  .option('--comment-out', 'comment out every rule that AWS refuses, with the reason above it; review and commit the result')
  .option('--drop-expired', 'comment out every indicator that is past its day; review and commit the result')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)');

void main(async () => {
  const options = command.parse().opts<{ config?: string; commentOut?: boolean; dropExpired?: boolean }>();
  const today = new Date().toISOString().slice(0, 10);
  const { blueprint } = loadConfigFile(configFile(options.config));
  if (options.commentOut) for (const line of commentOutRefused(projectRoot())) console.error(line);
  if (options.dropExpired) for (const line of dropExpired(projectRoot(), today)) console.error(line);
  const files = [
    ...importedFiles().map(({ path, header, rules, switchedOff }) => ({ path, header, entries: rules.length, switchedOff })),
    ...indicatorLibrary().files,
  ];
  const rows = files.map(({ path, header: { licence, owner, reviewed, expires }, entries, switchedOff }) => [
    path,
    String(entries),
    String(switchedOff),
    licence,
    owner,
    reviewed,
    expires,
  ]);
  console.log(tableLines([['FILE', 'ENTRIES', 'SWITCHED OFF', 'LICENCE', 'OWNER', 'REVIEWED', 'EXPIRES'], ...rows], [1, 2]).join('\n'));
  const groups = planRuleGroups(firewallRules().imported, LIMITS.firewallCapacity);
  if (groups.length > 0) {
    const sizes = groups.map(({ firstSid, rules, capacity }) => [`imported-${firstSid}`, String(rules.length), String(capacity)]);
    console.log(`\n${tableLines([['GROUP', 'RULES', 'CAPACITY'], ...sizes], [1, 2]).join('\n')}`);
    console.log(`${sumOf(groups)} of ${LIMITS.firewallCapacity} units of a policy`);
  }
  console.log(`\n${tableLines(indicatorTable(blueprint, indicatorLibrary(), today), [1, 2]).join('\n')}`);
  for (const line of ruleWarnings(blueprint, today)) console.error(line);
});
