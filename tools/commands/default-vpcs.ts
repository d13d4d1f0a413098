import { accountAsked } from '../../config/blueprint';
import { minify } from '../../policies/policy-document';
import { main } from '../applying/command';
import { confirm } from '../applying/confirm';
import { ec2Clients, removalSession } from '../default-vpcs/clients';
import { lookInRegions, regionsOf, removeFromRegions } from '../default-vpcs/regions';
import { exitCode, removable, report, summary } from '../default-vpcs/report';
import { enter, READ_ONLY_SESSION } from '../doctor/enter';
import { configFile, loadConfigFile } from '../project';
import { toolCommand } from '../tool-command';

interface Options {
  readonly config?: string;
  readonly bootstrapRole?: boolean;
  readonly dryRun?: boolean;
  readonly allRegions?: boolean;
  readonly autoApprove?: boolean;
  readonly json?: boolean;
}

const command = toolCommand('default-vpcs')
  .description('Removes the default VPC of every enabled region of an account; one that is in use is left wholly alone. May be run again at any time.')
  .argument('<account>', 'account name, see `npm run accounts -- list`')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .option('--dry-run', 'only look')
  .option('--all-regions', 'every region that is switched on in the account, not only the enabled ones of the configuration')
  .option('--bootstrap-role', "enter from management through the account's bootstrap role, limited to this task")
  .option('--auto-approve', 'do not ask')
  .option('--json', 'print for machines')
  .addHelpText('after', '\nExit code: 0 none is left, 1 error, 2 a region could not be looked at, 3 one is left: in use, or --dry-run found it.');

void main(async () => {
  command.parse();
  const options = command.opts<Options>();
  const { blueprint } = loadConfigFile(configFile(options.config));
  const name = command.args[0] as string;
  const account = accountAsked(blueprint, name);
  const { home, enabled } = blueprint.regions;
  const dryRun = options.dryRun ?? false;
  const session = dryRun ? READ_ONLY_SESSION : { Policy: minify(removalSession(account.id)) };
  const clients = ec2Clients(await enter(account, home, process.env, options.bootstrapRole ?? false, session), dryRun);
  let reports = await lookInRegions(options.allRegions ? await regionsOf(clients(home)) : enabled, clients);
  const regions = removable(reports).map(({ region }) => region);
  if (!dryRun && regions.length > 0) {
    if (!options.autoApprove) console.error(report(account, reports));
    const question = `Remove the default VPCs of ${name} (${account.id}) in ${regions.join(', ')}?`;
    await confirm(name, question, options.autoApprove ?? false, 'nothing was removed');
    reports = await removeFromRegions(reports, clients);
  }
  const code = exitCode(reports);
  console.log(
    options.json ? JSON.stringify({ account: name, id: account.id, dryRun, regions: reports.map(summary), exitCode: code }, null, 2) : report(account, reports),
  );
  process.exitCode = code;
});
