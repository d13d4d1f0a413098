import { applyOrder } from '../../lib/apply-order';
import { main } from '../applying/command';
import { configFile, loadConfigFile } from '../project';
import { toolCommand } from '../tool-command';

void main(async () => {
  const command = toolCommand('list')
    .description("Prints every stack in apply order, with its account, the account's status and the command that applies it.")
    .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
    .parse();
  const entries = applyOrder(loadConfigFile(configFile(command.opts<{ config?: string }>().config)).blueprint);
  const width = Math.max(...entries.map(({ id }) => id.length));
  for (const [index, { id, account, bootstrap }] of entries.entries()) {
    console.log(
      `${String(index + 1).padStart(2)}  ${id.padEnd(width)}  ${account.name} (${account.status})  ${bootstrap ? `npm run bootstrap -- ${account.name}` : `npm run apply -- ${id}`}`,
    );
  }
});
