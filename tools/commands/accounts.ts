import { join, resolve } from 'node:path';
import { accountsFileOf } from '../../config/load';
import { currentUnitOf } from '../../config/organizational-units';
import { placeholdersIn } from '../../config/placeholders';
import { applyOrder } from '../../lib/apply-order';
import { mergeIds } from '../accounts/merge';
import { stackFolder } from '../applying/apply-stack';
import { main, named } from '../applying/command';
import { credentialsFor } from '../applying/credentials';
import { Terraform } from '../applying/terraform';
import { configFile, loadConfigFile, projectRoot } from '../project';
import { writeFile } from '../synthesis/write';
import { tableLines } from '../table';
import { toolCommand } from '../tool-command';

interface Options {
  readonly config?: string;
  readonly out?: string;
}

const command = toolCommand('accounts').description('Ids of accounts and organizational units.');
for (const [name, description, action] of [
  ['pull', 'writes the ids that the org state knows into accounts.json', pull],
  ['list', 'prints every account with its id, status, unit, address and stacks', list],
] as const) {
  command
    .command(name)
    .description(description)
    .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
    .option('--out <dir>', 'output folder of `npm run synth` (default: cdktf.out)')
    .action(action);
}

function pull(options: Options): void {
  const file = configFile(options.config);
  const { blueprint, ids } = loadConfigFile(file);
  const { id } = named(applyOrder(blueprint), 'org');
  const terraform = new Terraform(stackFolder(resolve(options.out ?? join(projectRoot(), 'cdktf.out')), id), credentialsFor('management', process.env));
  terraform.run('init', '-input=false', '-reconfigure');
  const outputs = JSON.parse(terraform.read('output', '-json'));
  if (!outputs.accounts) throw new Error('org: has no outputs yet; apply it first: `npm run apply -- org`');
  const merged = mergeIds(ids, { accounts: outputs.accounts.value, organizationalUnits: outputs.organizational_units.value });
  writeFile(accountsFileOf(file), `${JSON.stringify(merged.ids, null, 2)}\n`);
  console.log(
    merged.changes.length > 0 ? `${accountsFileOf(file)}:\n  ${merged.changes.join('\n  ')}\nRun \`npm run synth\` next.` : 'accounts.json is up to date',
  );
}

function list(options: Options): void {
  const { blueprint } = loadConfigFile(configFile(options.config));
  const order = applyOrder(blueprint);
  const rows = Object.values(blueprint.accounts).map((account) => [
    account.name,
    `${account.id}${placeholdersIn(account.id).length > 0 ? ' (placeholder)' : ''}`,
    account.status,
    account.name === 'management' ? '(root)' : currentUnitOf(account),
    account.email,
    order
      .filter((entry) => entry.account.name === account.name)
      .map(({ id }) => id)
      .join(' '),
  ]);
  for (const line of tableLines([['NAME', 'ID', 'STATUS', 'UNIT', 'E-MAIL', 'STACKS'], ...rows])) console.log(line);
}

void main(async () => {
  await command.parseAsync();
});
