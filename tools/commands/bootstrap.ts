import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { accountNamed } from '../../config/blueprint';
import { applyOrder, type StateEntry } from '../../lib/apply-order';
import { main } from '../applying/command';
import { credentialsFor } from '../applying/credentials';
import { credentialsOf } from '../bootstrap/assume';
import { bootstrap } from '../bootstrap/bootstrap';
import { seal } from '../bootstrap/seal';
import { configFile, loadConfigFile, projectRoot } from '../project';

const command = new Command('npm run bootstrap --')
  .description("Makes an account's state bucket, key and platform roles; may be run again after an interruption.")
  .argument('<account>', 'account name, see `npm run accounts -- list`')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .option('--out <dir>', 'output folder of `npm run synth` (default: cdktf.out)')
  .option('--auto-approve', 'do not ask')
  .option('--seal', 'last, after org-policies: only break-glass may use the bootstrap role from now on');

void main(async () => {
  command.parse();
  const options = command.opts<{ config?: string; out?: string; autoApprove?: boolean; seal?: boolean }>();
  const { blueprint } = loadConfigFile(configFile(options.config));
  const name = command.args[0] as string;
  const entry = applyOrder(blueprint).find(({ bootstrap, account }) => bootstrap && account.name === name) as StateEntry | undefined;
  if (!entry) throw new Error(`account: must be one of ${Object.keys(blueprint.accounts).join(', ')}, got ${name}; name an account, not a stack`);
  const out = resolve(options.out ?? join(projectRoot(), 'cdktf.out'));
  // Members are entered from management: a profile of the member itself could not assume its bootstrap role.
  const env = await credentialsOf(entry.account, blueprint.regions.home, credentialsFor('management', process.env));
  if (options.seal) return seal(entry.account, accountNamed(blueprint, 'management').id, blueprint.regions.home, env);
  await bootstrap(entry, { out, work: join(out, '.bootstrap'), env, autoApprove: options.autoApprove ?? false });
});
