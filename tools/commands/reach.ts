import { tmpdir } from 'node:os';
import { main } from '../applying/command';
import { configFile, loadConfigFile } from '../project';
import { answer } from '../reach/answer';
import { placesNamed } from '../reach/places';
import { readNetwork } from '../reach/read-network';
import { sentences } from '../reach/words';
import { synthesizeUnchecked } from '../synthesis/synthesize';
import { toolCommand } from '../tool-command';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly port?: number;
  readonly protocol: 'tcp' | 'udp';
  readonly json?: boolean;
  readonly config?: string;
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new Error(`--port: must be a port from 1 to 65535, got ${text}; correct it`);
  return number;
}
function protocol(text: string): string {
  if (text !== 'tcp' && text !== 'udp') throw new Error(`--protocol: must be tcp or udp, got ${text}; choose one`);
  return text;
}

const command = toolCommand('reach')
  .description(
    'Says whether one place of the network can open connections to another, through what, and whether the answers take the same way. Exit code 0: every zone can, 2: not, 1: no answer.',
  )
  .requiredOption('--from <place>', 'internet, ENVIRONMENT/TIER (every zone) or ENVIRONMENT/TIER-ZONE; tiers: load-balancer, app, data, endpoints')
  .requiredOption('--to <place>', 'the same, or a service of AWS such as kms or s3')
  .option('--port <number>', 'default: whatever is open', port)
  .option('--protocol <name>', 'tcp or udp', protocol, 'tcp')
  .option('--json', 'print JSON')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .addHelpText(
    'after',
    `
Examples:
  npm run reach -- --from prod/app --to internet --port 443
  npm run reach -- --from prod/data-a --to internet
  npm run reach -- --from prod/app --to dev/data --port 5432
  npm run reach -- --from prod/app --to kms --port 443`,
  );

void main(async () => {
  const options = command.parse().opts<Options>();
  const network = readNetwork(synthesizeUnchecked(loadConfigFile(configFile(options.config)).blueprint, tmpdir()).documents);
  const pairs = placesNamed(network, options.from).flatMap((from) => placesNamed(network, options.to).map((to) => ({ from, to })));
  const answers = pairs.map(({ from, to }) => {
    const found = answer(network, from, to);
    const { connections, open, dropped } = found;
    return { ...sentences(found, options.port, options.protocol), json: { from: from.name, to: to.name, connections, open, locks: found.locks(), dropped } };
  });
  const json = answers.map(({ reachable, json: rest }) => ({ reachable, ...rest }));
  console.log(options.json ? JSON.stringify(json, null, 2) : answers.flatMap(({ lines }) => lines).join('\n'));
  if (!answers.every(({ reachable }) => reachable)) process.exitCode = 2;
});
