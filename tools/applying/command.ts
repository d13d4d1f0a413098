import { join, resolve } from 'node:path';
import { applyOrder, type StateEntry } from '../../lib/apply-order';
import { detectiveReminder } from '../detective-reminder';
import { configFile, loadConfigFile, projectRoot } from '../project';
import { toolCommand } from '../tool-command';
import { type ApplyOptions, applyStack } from './apply-stack';
import { credentialsFor, selectAll } from './credentials';
import { refuseStale } from './up-to-date';

interface Options {
  readonly config?: string;
  readonly out?: string;
  readonly all?: boolean;
  readonly includeState?: boolean;
  readonly autoApprove?: boolean;
  readonly empty?: boolean;
}

/** `npm run plan` and `npm run apply`: the same but for the last step. */
export async function run(mode: ApplyOptions['mode']): Promise<void> {
  const command = toolCommand(mode)
    .description(`${mode === 'plan' ? 'Plans' : 'Plans and applies'} a stack with terraform (or tofu); a plan that would lose something stateful is refused.`)
    .argument('[stack]', 'stack id, see `npm run list`')
    .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
    .option('--out <dir>', 'output folder of `npm run synth` (default: cdktf.out)')
    .option('--all', 'every stack in apply order; credentials from AWS_PROFILE_<ACCOUNT>')
    .option('--include-state', 'with --all: the *-state stacks, too');
  if (mode === 'apply') {
    command.option('--auto-approve', 'do not ask').option('--empty', 'destroy everything that is not stateful, before an account is retired');
  }
  command.addHelpText('after', '\nExit code: 0 done (also when there was nothing to do), 1 error: refused, not confirmed, or terraform failed.');
  command.parse();
  const options = command.opts<Options>();
  const { blueprint } = loadConfigFile(configFile(options.config));
  const order = applyOrder(blueprint);
  if (options.all && command.args[0] !== undefined) throw new Error(`--all: is every stack, got ${command.args[0]} beside it; leave one out`);
  const entries = options.all ? all(order, options) : [named(order, command.args[0])];
  const out = resolve(options.out ?? join(projectRoot(), 'cdktf.out'));
  refuseStale(
    entries.map(({ id }) => id),
    blueprint,
    out,
  );
  for (const [index, entry] of entries.entries()) {
    if (options.all) console.error(`[${index + 1}/${entries.length}] ${entry.id}`);
    const detective = entry.id === 'security' ? detectiveReminder(blueprint) : undefined;
    if (detective) console.error(detective);
    await applyStack(entry, {
      out,
      env: credentialsFor(entry.account.name, process.env),
      mode,
      autoApprove: options.autoApprove ?? false,
      ...(options.empty ? { empty: true } : {}),
    });
  }
}

function all(order: readonly StateEntry[], options: Options): readonly StateEntry[] {
  if (options.empty) throw new Error('--empty: works on one stack, got --all; name the stack');
  const { entries, skipped, stop } = selectAll(order, options.includeState ?? false, process.env);
  for (const text of skipped) console.error(text);
  if (stop)
    process.on('exit', () => {
      console.error(stop);
      process.exitCode = 1;
    });
  return entries;
}

/** The state with an id. @throws Error that lists the ids */
export function named(order: readonly StateEntry[], id: string | undefined): StateEntry {
  const entry = order.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`stack: must be one of ${order.map((candidate) => candidate.id).join(', ')}, got ${id ?? 'nothing'}; name one, or pass --all`);
  return entry;
}

/** Runs a tool's main function; an error is its message and exit code 1. */
export async function main(tool: () => Promise<void>): Promise<void> {
  try {
    await tool();
  } catch (error) {
    const { name, message } = error as Error;
    // The SDK's words name neither what is missing nor where it comes from.
    console.error(name === 'CredentialsProviderError' ? `credentials: ${message}; sign in (\`aws sso login\`) and set AWS_PROFILE` : message);
    process.exitCode = 1;
  }
}
