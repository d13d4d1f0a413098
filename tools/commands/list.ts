import { Command } from 'commander';
import { applyOrder } from '../../lib/apply-order';
import { main } from '../applying/command';
import { configFile, loadConfigFile } from '../project';

void main(async () => {
  const command = new Command('npm run list --').option('--config <file>', 'configuration file').parse();
  const entries = applyOrder(loadConfigFile(configFile(command.opts<{ config?: string }>().config)).blueprint);
  const width = Math.max(...entries.map(({ id }) => id.length));
  for (const [index, { id, account, bootstrap }] of entries.entries()) {
    console.log(
      `${String(index + 1).padStart(2)}  ${id.padEnd(width)}  ${account.name} (${account.status})  ${bootstrap ? `npm run bootstrap -- ${account.name}` : `npm run apply -- ${id}`}`,
    );
  }
});
