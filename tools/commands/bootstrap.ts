import { join, resolve } from 'node:path';
import { accountNamed } from '../../config/blueprint';
import { applyOrder, type StateEntry } from '../../lib/apply-order';
import { main } from '../applying/command';
import { credentialsFor } from '../applying/credentials';
import { refuseStale } from '../applying/up-to-date';
import { credentialsOf } from '../bootstrap/assume';
import { bootstrap } from '../bootstrap/bootstrap';
import { seal } from '../bootstrap/seal';
import { afterBootstrap } from '../default-vpcs/after-bootstrap';
import { ec2Clients } from '../default-vpcs/clients';
import { configFile, loadConfigFile, projectRoot } from '../project';
import { toolCommand } from '../tool-command';

const command = toolCommand('bootstrap')
  .description(
    "Makes an account's state bucket, key and platform roles, then removes the default VPCs of a new account; may be run again after an interruption.",
  )
  .argument('<account>', 'account name, see `npm run accounts -- list`')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .option('--out <dir>', 'output folder of `npm run synth` (default: cdktf.out)')
  .option('--auto-approve', 'do not ask')
  .option('--seal', 'last, after org-policies: only break-glass may use the bootstrap role from now on')
  .addHelpText(
    'after',
    '\nExit code: 0 done, 1 error, 2 or 3 bootstrapped, but the default VPCs could not be looked at, or are left (npm run default-vpcs); when their removal fails: 1, and the output says that the account is bootstrapped.',
  );

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
  refuseStale([entry.id], blueprint, out);
  const autoApprove = options.autoApprove ?? false;
  await bootstrap(entry, { out, work: join(out, '.bootstrap'), env, autoApprove });
  process.exitCode = await afterBootstrap({ account: entry.account, regions: blueprint.regions.enabled, clients: ec2Clients(env, false), autoApprove });
});
