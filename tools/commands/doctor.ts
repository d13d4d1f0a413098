import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { accountAsked } from '../../config/blueprint';
import { main } from '../applying/command';
import { enter } from '../doctor/enter';
import { examine } from '../doctor/examine';
import { existingLines } from '../doctor/existing-lines';
import { readOnlyClients } from '../doctor/read-only-clients';
import { exitCode, report } from '../doctor/report';
import { configFile, loadConfigFile } from '../project';
import { synthesize } from '../synthesis/synthesize';
import { toolCommand } from '../tool-command';

const command = toolCommand('doctor')
  .description('Finds what an account had before the blueprint and an apply would trip over, and prints the `existing` lines that import it. Only reads.')
  .argument('<account>', 'account name, see `npm run accounts -- list`')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .option('--bootstrap-role', "enter from management through the account's bootstrap role, limited to reading")
  .option('--json', 'print for machines')
  .addHelpText('after', '\nExit code: 0 nothing to do, 1 error, 2 something could not be looked at, 3 something was found.');

void main(async () => {
  command.parse();
  const options = command.opts<{ config?: string; bootstrapRole?: boolean; json?: boolean }>();
  const file = configFile(options.config);
  const { blueprint } = loadConfigFile(file);
  const name = command.args[0] as string;
  const account = accountAsked(blueprint, name);
  const aws = readOnlyClients(await enter(account, blueprint.regions.home, process.env, options.bootstrapRole ?? false));
  const scratch = mkdtempSync(join(tmpdir(), 'blueprint-doctor-'));
  try {
    const { documents } = synthesize(blueprint, scratch);
    const examination = await examine(account, blueprint, documents, aws);
    const lines = existingLines(examination.findings, blueprint);
    const code = exitCode(examination);
    console.log(
      options.json
        ? JSON.stringify({ account: account.name, id: account.id, regions: blueprint.regions.enabled, ...examination, lines, exitCode: code }, null, 2)
        : report(account, examination, lines, basename(file)),
    );
    process.exitCode = code;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
