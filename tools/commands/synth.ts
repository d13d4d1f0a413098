import { join, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { Blueprint } from '../../config/blueprint';
import { placeholdersIn } from '../../config/placeholders';
import { expiredRules, readWafRules } from '../../lib/waf-rules';
import { detectiveReminder } from '../detective-reminder';
import { configFile, isDefaultConfig, loadConfigFile, projectRoot } from '../project';
import { quotaWarnings } from '../quotas/quota';
import { ruleWarnings } from '../rules/rule-warnings';
import { movedBackends, movedMessage } from '../synthesis/moved-backends';
import { readInventory, renderedDiff, requireWritable, writeRendered, writeStacks } from '../synthesis/output';
import { lossesBetween, lossMessage } from '../synthesis/stateful-inventory';
import { type Synthesis, synthesize } from '../synthesis/synthesize';
import { toolCommand } from '../tool-command';

interface Options {
  readonly config?: string;
  readonly out?: string;
  readonly stack: string[];
  readonly check?: boolean;
  readonly acceptLoss: string[];
}

const collect = (value: string, list: string[]) => [...list, value];
const command = toolCommand('synth')
  .description('Synthesizes Terraform JSON for every stack, and renders it for review.')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .option('--out <dir>', 'output folder (default: cdktf.out)')
  .option('--stack <name>', 'only this stack; repeatable, globs such as "prod*"', collect, [])
  .option('--check', 'write nothing; fail with a diff when rendered/ is stale')
  .option('--accept-loss <address>', 'STACK/ADDRESS of something stateful that may be destroyed; repeatable', collect, []);

function main(): void {
  const options = command.parse().opts<Options>();
  const started = performance.now();
  const file = configFile(options.config);
  // The cdktf command says where it reads; it reviews nothing, so it never writes rendered/.
  const underCdktf = process.env.CDKTF_OUTDIR !== undefined && options.out === undefined;
  const out = resolve(options.out ?? process.env.CDKTF_OUTDIR ?? join(projectRoot(), 'cdktf.out'));
  const committed = isDefaultConfig(file) && options.out === undefined;
  const rendered = committed ? join(projectRoot(), 'rendered') : join(out, 'rendered');

  const { blueprint } = loadConfigFile(file);
  const synthesis = synthesize(blueprint, out);
  const selected = selection(options.stack, synthesis);
  const inventory = readInventory(rendered);
  const losses = lossesBetween(inventory, synthesis.inventory, synthesis.documents, options.acceptLoss);
  if (losses.length > 0) throw new Error(lossMessage(losses));
  const moved = movedBackends(rendered, inventory, synthesis.documents, options.acceptLoss);
  if (moved.length > 0) throw new Error(movedMessage(moved));
  if (options.check) {
    check(synthesis, rendered, selected);
    return;
  }
  if (!underCdktf) requireWritable(rendered);
  writeStacks(synthesis, out, selected);
  if (!underCdktf) writeRendered(synthesis, rendered, selected);
  report(blueprint, synthesis, selected, started);
}

function selection(patterns: readonly string[], { files }: Synthesis): (stack: string) => boolean {
  for (const pattern of patterns) {
    if (![...files.keys()].some((stack) => picomatch.isMatch(stack, pattern))) {
      throw new Error(`--stack: matches no stack, got "${pattern}"; choose from ${[...files.keys()].join(', ')}`);
    }
  }
  return patterns.length === 0 ? () => true : picomatch([...patterns]);
}

function check(synthesis: Synthesis, rendered: string, selected: (stack: string) => boolean): void {
  const diff = renderedDiff(synthesis, rendered, selected);
  if (diff === '') return void console.error('rendered/ is what the configuration gives');
  console.log(diff);
  throw new Error('rendered/: is not what the configuration gives (diff above); run `npm run synth` and commit the result');
}

function report(blueprint: Blueprint, { files, quotas }: Synthesis, selected: (stack: string) => boolean, started: number): void {
  const waiting = Object.values(blueprint.accounts)
    .filter(({ id }) => placeholdersIn(id).length > 0)
    .map(({ name }) => name);
  if (waiting.length > 0) {
    console.error(
      `PLACEHOLDER IDS: ${waiting.join(', ')} ${waiting.length === 1 ? 'has' : 'have'} no account id yet. Their stacks can be read, not applied (docs/architecture.md, accounts.json).`,
    );
  }
  const detective = detectiveReminder(blueprint);
  if (detective) console.error(detective);
  for (const line of expiredRules(readWafRules().rules, new Date().toISOString().slice(0, 10))) console.error(`EXPIRED: ${line}`);
  for (const line of quotaWarnings(quotas)) console.error(`ALMOST FULL: ${line} (\`npm run quotas\`)`);
  const warnings = ruleWarnings(blueprint, new Date().toISOString().slice(0, 10));
  for (const line of warnings.slice(0, 10)) console.error(`RULES: ${line}`);
  if (warnings.length > 10) console.error(`RULES: ${warnings.length - 10} more (\`npm run rules\`)`);
  const stacks = [...files.keys()].filter(selected);
  console.error(`${stacks.length} stacks in ${((performance.now() - started) / 1000).toFixed(2)} s: ${stacks.join(', ')}`);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
