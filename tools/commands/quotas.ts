import { tmpdir } from 'node:os';
import { Command } from 'commander';
import { main } from '../applying/command';
import { configFile, loadConfigFile } from '../project';
import { byUse, type QuotaUse, quotaViolations } from '../quotas/quota';
import { synthesizeUnchecked } from '../synthesis/synthesize';
import { tableLines } from '../table';

const command = new Command('npm run quotas --')
  .description('Lists how much of the AWS quotas the output uses, the fullest first; fails when something is above its quota.')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .option('--json', 'print JSON');

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
  const options = command.parse().opts<{ config?: string; json?: boolean }>();
  const { quotas } = synthesizeUnchecked(loadConfigFile(configFile(options.config)).blueprint, tmpdir());
  const sorted = byUse(quotas);
  if (options.json) console.log(JSON.stringify(sorted, null, 2));
  else console.log(tableLines([['USE', 'USED', 'QUOTA', 'HEADROOM', 'UNIT', 'OF', 'WHERE'], ...sorted.map(row)], [0, 1, 2, 3]).join('\n'));
  const wrong = quotaViolations(quotas);
  if (wrong.length > 0) throw new Error(`quotas: ${wrong.length} above what AWS allows\n${wrong.map((line) => `  ${line}`).join('\n')}`);
});
