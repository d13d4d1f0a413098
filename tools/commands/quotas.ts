import { tmpdir } from 'node:os';
import { main } from '../applying/command';
import { configFile, loadConfigFile } from '../project';
import { byUse, type QuotaUse, quotaViolations } from '../quotas/quota';
import { unknownNamesIn } from '../synthesis/known-names';
import { synthesizeUnchecked } from '../synthesis/synthesize';
import { tableLines } from '../table';
import { toolCommand } from '../tool-command';

const command = toolCommand('quotas')
  .description('Lists how much of the AWS quotas the output uses, the fullest first; fails when something is above its quota.')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .option('--json', 'print JSON')
  .option('--actions', 'also check that AWS knows every action and condition key of every policy (takes seconds)');

const row = ({ path, quota, used, limit, unit, advisory }: QuotaUse): string[] => [
  `${Math.round((100 * used) / limit)} %`,
  used.toLocaleString('en-US'),
  limit.toLocaleString('en-US'),
  (limit - used).toLocaleString('en-US'),
  unit,
  advisory ? `${quota} (advice)` : quota,
  path,
];

void main(async () => {
  const options = command.parse().opts<{ config?: string; json?: boolean; actions?: boolean }>();
  const synthesis = synthesizeUnchecked(loadConfigFile(configFile(options.config)).blueprint, tmpdir());
  const sorted = byUse(synthesis.quotas);
  if (options.json) console.log(JSON.stringify(sorted, null, 2));
  else console.log(tableLines([['USE', 'USED', 'QUOTA', 'HEADROOM', 'UNIT', 'OF', 'WHERE'], ...sorted.map(row)], [0, 1, 2, 3]).join('\n'));
  const wrong = [...quotaViolations(synthesis.quotas), ...(options.actions ? await unknownNamesIn(synthesis) : [])];
  if (wrong.length > 0) throw new Error(`quotas: AWS would not take ${wrong.length}\n${wrong.map((line) => `  ${line}`).join('\n')}`);
});
