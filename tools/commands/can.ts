import { tmpdir } from 'node:os';
import { main } from '../applying/command';
import { configFile, loadConfigFile } from '../project';
import { synthesizeUnchecked } from '../synthesis/synthesize';
import { toolCommand } from '../tool-command';

interface Options {
  readonly as: string;
  readonly in: string;
  readonly region?: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly endpoint?: string;
  readonly throughService?: boolean;
  readonly json?: boolean;
  readonly config?: string;
}

/** KEY=VALUE; a key that stands twice has two values. */
function pair(text: string, before: Record<string, string[]>): Record<string, string[]> {
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined) throw new Error(`--context: must be KEY=VALUE, got ${text}; write --context aws:SourceIp=203.0.113.7`);
  return { ...before, [key]: [...(before[key] ?? []), value] };
}

const command = toolCommand('can')
  .description('Says whether somebody may do something, and which statement of which policy decides. Exit code 0: allowed, 2: denied, 1: no answer.')
  .argument('<action>', 'SERVICE:Action, as IAM writes it')
  .argument('[resource]', 'ARN (of a key: its alias, too); * when it is left out')
  .requiredOption('--as <role>', 'permission set, role (/platform/apply, plan, break-glass), root, admin, service (config.amazonaws.com) or ARN')
  .requiredOption('--in <account>', 'account of the principal; for a service, of the resource')
  .option('--region <region>', 'default: home')
  .option('--context <key=value>', 'what AWS would say of the request; repeatable', pair, {})
  .option('--endpoint <service>', 'through the VPC endpoint of a service (s3, kms, ...)')
  .option('--through-service', 'a service of AWS passes the request on (aws:ViaAWSService)')
  .option('--json', 'print JSON')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .addHelpText(
    'after',
    `
Examples:
  npm run can -- --as Developer --in prod ec2:StopInstances arn:aws:ec2:eu-west-1:444444444444:instance/i-0123456789abcdef0
  npm run can -- --as /platform/apply --in dev kms:ScheduleKeyDeletion arn:aws:kms:eu-west-1:555555555555:alias/platform/state
  npm run can -- --as admin --in test --region ap-south-1 ec2:RunInstances
  npm run can -- --as cloudtrail.amazonaws.com --in log-archive --context aws:SourceAccount=111111111111 s3:PutObject arn:aws:s3:::BUCKET/KEY`,
  );

/** The evaluator is a development dependency (AGPL, docs/adr/0006): it is looked for before it is loaded. */
function evaluatorInstalled(): boolean {
  try {
    require.resolve('@cloud-copilot/iam-simulate');
    return true;
  } catch {
    return false;
  }
}

void main(async () => {
  const options = command.parse().opts<Options>();
  const [action = '', resource] = command.args;
  if (!evaluatorInstalled()) throw new Error('can: needs the development dependencies, got an installation without them; run `npm ci` (without --omit=dev)');
  const [{ ask }, { answerLines }, { Synthesized }] = await Promise.all([
    import('../can/question'),
    import('../can/answer-lines'),
    import('../can/synthesized'),
  ]);
  const { blueprint } = loadConfigFile(configFile(options.config));
  const synthesized = new Synthesized(blueprint, synthesizeUnchecked(blueprint, tmpdir()).documents);
  const { as, region, endpoint, throughService } = options;
  const context = Object.fromEntries(Object.entries(options.context).map(([key, values]) => [key, values.length === 1 ? (values[0] as string) : values]));
  const answer = await ask(synthesized, {
    as,
    in: options.in,
    action,
    context,
    ...(resource ? { resource } : {}),
    ...(region ? { region } : {}),
    ...(endpoint ? { endpoint } : {}),
    ...(throughService ? { throughService } : {}),
  });
  console.log(options.json ? JSON.stringify(answer, null, 2) : answerLines(answer).join('\n'));
  if (!answer.allowed) process.exitCode = 2;
});
