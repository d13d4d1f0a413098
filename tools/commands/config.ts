import { z } from 'zod';
import { blueprintSchema } from '../../config/blueprint-schema';
import { effectiveValues } from '../../config/origins';
import { configFile, loadConfigFile } from '../project';
import { toolCommand } from '../tool-command';

const command = toolCommand('config')
  .description('Prints the effective configuration: each value with its origin (config, preset, default, accounts.json, placeholder, computed).')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .option('--fields', 'print every field that the configuration may have, with its type and default, as JSON Schema');

try {
  const options = command.parse().opts<{ config?: string; fields?: boolean }>();
  if (options.fields) {
    console.log(JSON.stringify(z.toJSONSchema(blueprintSchema, { io: 'input', unrepresentable: 'any' }), null, 2));
  } else {
    const values = effectiveValues(loadConfigFile(configFile(options.config)));
    const width = Math.max(...values.map(({ path }) => path.length));
    for (const { path, value, origin } of values) console.log(`${path.padEnd(width)}  ${origin.padEnd(13)}  ${JSON.stringify(value)}`);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
