import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { STSClient } from '@aws-sdk/client-sts';
import { Argument } from 'commander';
import { accountNamed } from '../../config/blueprint';
import { main } from '../applying/command';
import { sdkIdentity } from '../bootstrap/sdk-identity';
import { configFile, loadConfigFile } from '../project';
import { DECISIONS, type Decision, decide } from '../respond/decide';
import { toolCommand } from '../tool-command';

const command = toolCommand('respond')
  .description('Approves or rejects a response that waits for a person (docs/response.md).')
  .addArgument(new Argument('<decision>').choices([...DECISIONS]))
  .argument('<incident>', 'id of the incident, as the message names it')
  .option('--config <file>', 'configuration file (default: BLUEPRINT_CONFIG or blueprint.config.ts)');

void main(async () => {
  command.parse();
  const { blueprint } = loadConfigFile(configFile(command.opts<{ config?: string }>().config));
  const [decision, id] = command.args as [Decision, string];
  const options = { region: blueprint.regions.home, ...sdkIdentity(process.env) };
  const clients = { sts: new STSClient(options), events: new EventBridgeClient(options) };
  const by = await decide(decision, id, accountNamed(blueprint, 'security').id, clients);
  console.log(`${decision === 'approve' ? 'approved' : 'rejected'} by ${by}: ${id}; the topic platform-response says what was done`);
});
