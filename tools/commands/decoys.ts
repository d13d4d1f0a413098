import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { accountAsked } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import { decoyNames } from '../../lib/decoy-names';
import { main } from '../applying/command';
import { confirm } from '../applying/confirm';
import { sdkIdentity } from '../bootstrap/sdk-identity';
import { credentialsFile, keysOf, newKey, placeInBucket } from '../decoys/access-key';
import { decoyReport } from '../decoys/report';
import { enter } from '../doctor/enter';
import { configFile, loadConfigFile } from '../project';
import { toolCommand } from '../tool-command';

interface Options {
  readonly config?: string;
  readonly place?: boolean;
  readonly print?: boolean;
  readonly replace?: boolean;
  readonly autoApprove?: boolean;
}

const command = toolCommand('decoys')
  .description('Lists the decoys of an account; makes the access key of its decoy user, as break-glass of the account, and stores it nowhere.')
  .argument('<account>', 'account name, see `npm run accounts -- list`')
  .option('--place', 'make an access key and put it into the decoy bucket, as a credentials file')
  .option('--print', 'make an access key and print it once, to be put where intruders look (docs/deception.md)')
  .option('--replace', 'delete the keys from before once the new one is made')
  .option('--auto-approve', 'do not ask')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .addHelpText('after', '\nMaking and placing rings the alarm: say so before. Exit code: 0 done, 1 error.');

void main(async () => {
  command.parse();
  const { config, place, print, replace = false, autoApprove = false } = command.opts<Options>();
  const { blueprint } = loadConfigFile(configFile(config));
  const account = accountAsked(blueprint, command.args[0] as string);
  if (!includesStep(blueprint.detection, 'deception')) throw new Error(`detection: has no decoys below step deception, got ${blueprint.detection}; raise it`);
  if (place && print) throw new Error('--print: cannot be together with --place, got both; a key in two places does not tell which one was found');
  const names = decoyNames(blueprint, account);
  const { home } = blueprint.regions;
  const env = await enter(account, home, process.env, false);
  const iam = new IAMClient({ region: home, ...sdkIdentity(env) });
  const { workload } = names;
  if (!place && !print) return void console.log(decoyReport(account, names, home, workload ? await keysOf(iam, workload) : []));
  if (!workload) throw new Error(`${account.name}: has no decoy user, got --${place ? 'place' : 'print'}; name a workload account`);
  await confirm(account.name, `Make an access key of ${workload.user} in ${account.name}? The alarm will ring.`, autoApprove, 'no key was made');
  const s3 = new S3Client({ region: home, ...sdkIdentity(env) });
  await newKey(iam, workload, replace, async (key) => {
    const text = credentialsFile(key, workload, home);
    if (place) await placeInBucket(s3, workload, text);
    else process.stdout.write(text);
  });
  console.error(place ? `Placed in ${workload.bucket}/${workload.object}.` : 'Put it where it will be found, and keep no copy.');
});
