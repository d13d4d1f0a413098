import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { main } from '../applying/command';
import { configFile, loadConfigFile } from '../project';
import type { ResourceBlock } from '../synthesis/resources-in';
import { synthesizeUnchecked } from '../synthesis/synthesize';
import { tableLines } from '../table';
import { toolCommand } from '../tool-command';
import { type Decision, WebAclReplay } from '../waf/web-acl-replay';
import { header, parseRequests, type WebRequest } from '../waf/web-request';

interface Options {
  readonly config?: string;
  readonly in: string;
  readonly cloudfront?: boolean;
  readonly header: string[];
  readonly body?: string;
  readonly file?: string;
  readonly json?: boolean;
}

const command = toolCommand('waf')
  .description('Tells which rule of the synthesized web ACL decides about a request. Managed groups and rate limits over time are not replayed.')
  .argument('[method]', 'GET, POST, ...')
  .argument('[target]', 'path and query as sent, for example "/search?q=%27"')
  .requiredOption('--in <environment>', 'whose web ACL, for example prod')
  .option('--cloudfront', 'the web ACL for CloudFront instead of the regional one')
  .option('--header <name=value>', 'a header; repeatable', (value: string, list: string[]) => [...list, value], [])
  .option('--body <text>', 'the body')
  .option('--file <file>', 'requests from a file: METHOD TARGET, headers, an empty line, the body; ### between requests')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)')
  .option('--json', 'print JSON')
  .addHelpText('after', '\nExit code: 0 all pass, 1 error, 2 something is blocked or challenged.');

function requestsOf([method, target]: readonly string[], { header: headers, body, file }: Options): WebRequest[] {
  if (file !== undefined) return parseRequests(readFileSync(file, 'utf8'));
  if (method === undefined || !target?.startsWith('/'))
    throw new Error(`target: must be a method and a path such as GET /path, got ${method} ${target}; add it, or use --file`);
  return [{ method, target, headers: headers.map((one) => header(one, '=')), ...(body === undefined ? {} : { body }) }];
}

function webAclOf(resources: readonly ResourceBlock[], { in: environment, cloudfront }: Options): ResourceBlock {
  const acls = resources.filter(({ type }) => type === 'aws_wafv2_web_acl');
  const scope = cloudfront ? 'CLOUDFRONT' : 'REGIONAL';
  const found = acls.find(({ stack, attributes }) => stack === environment && attributes.scope === scope);
  if (!found)
    throw new Error(
      `--in: must be an environment with a web ACL of scope ${scope} (${[...new Set(acls.map(({ stack }) => stack))].join(', ')}), got ${environment}; correct it`,
    );
  return found;
}

const row = ({ method, target }: WebRequest, { action, rule, counted, labels }: Decision): string[] => [
  action,
  rule ?? '(default action)',
  [...counted, ...labels.map((label) => `[${label}]`)].join(' ') || '-',
  `${method} ${target}`,
];

void main(async () => {
  command.parse();
  const options = command.opts<Options>();
  const requests = requestsOf(command.args, options);
  const { resources } = synthesizeUnchecked(loadConfigFile(configFile(options.config)).blueprint, tmpdir());
  const replay = new WebAclReplay(webAclOf(resources, options), resources);
  const decisions = requests.map((request) => replay.decide(request));
  if (options.json) console.log(JSON.stringify(decisions, null, 2));
  else
    console.log(
      tableLines([['ACTION', 'RULE', 'COUNTED', 'REQUEST'], ...decisions.map((decision, index) => row(requests[index] as WebRequest, decision))]).join('\n'),
    );
  const notReplayed = [...new Set(decisions.flatMap((decision) => decision.notReplayed))];
  if (notReplayed.length > 0 && !options.json) console.error(`Not replayed, only AWS knows their rules: ${notReplayed.join(', ')}`);
  if (decisions.some(({ action }) => action !== 'allow')) process.exitCode = 2;
});
