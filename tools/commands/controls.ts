import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../applying/command';
import { CIS, FSBP } from '../controls/catalogue';
import { estatesOf } from '../controls/estates';
import { judge } from '../controls/evaluate';
import { accountLines, benchmarkLines } from '../controls/render-benchmark';
import { renderControls, requirementLines } from '../controls/render-controls';
import { REQUIREMENT_ROWS } from '../controls/requirement-row';
import { closed, scoreOf, violationLines } from '../controls/score';
import { writeOrCompare } from '../generated-page';
import { configFile, isDefaultConfig, loadConfigFile, projectRoot } from '../project';
import { toolCommand } from '../tool-command';

const command = toolCommand('controls')
  .description('Proves the controls of CIS AWS Foundations and AWS FSBP over the synthesized JSON, prints the score, and writes docs/controls.md.')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts); another one writes no page')
  .option('--check', 'write nothing; fail with a diff when docs/controls.md is stale');

void main(async () => {
  const options = command.parse().opts<{ config?: string; check?: boolean }>();
  const config = configFile(options.config);
  const estates = estatesOf(loadConfigFile(config));
  const cis = await judge(CIS, estates);
  const fsbp = await judge(FSBP, estates, cis);
  const page = renderControls(readFileSync(join(projectRoot(), 'tools/controls/page.md'), 'utf8'), {
    requirements: requirementLines(REQUIREMENT_ROWS),
    accounts: accountLines(estates.configured, [cis, fsbp]),
    cis: benchmarkLines(CIS, cis),
    fsbp: benchmarkLines(FSBP, fsbp),
  });
  console.error(accountLines(estates.configured, [cis, fsbp]).join('\n'));
  for (const [name, verdicts] of [
    ['CIS', cis],
    ['FSBP', fsbp],
  ] as const) {
    const { proven, excepted, open, violated } = scoreOf(verdicts);
    console.error(`${name}: ${proven} proven, ${excepted} excepted, ${open} open, ${violated} violated`);
  }
  const done = [...closed(cis), ...closed(fsbp)];
  if (done.length > 0) console.error(`hold by now, take them out of tools/controls/open.ts: ${done.join(', ')}`);
  if (isDefaultConfig(config)) writeOrCompare('docs/controls.md', page, options.check ?? false, 'npm run controls');
  const wrong = [...violationLines(cis), ...violationLines(fsbp)];
  if (wrong.length > 0)
    throw new Error(`controls: ${wrong.length} ${wrong.length === 1 ? 'violation' : 'violations'}\n${wrong.map((line) => `  ${line}`).join('\n')}`);
});
