import { ChatbotSlackChannelConfiguration } from '@cdktf/provider-aws/lib/chatbot-slack-channel-configuration';
import { ChatbotTeamsChannelConfiguration } from '@cdktf/provider-aws/lib/chatbot-teams-channel-configuration';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { CHAT_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { serviceTrust } from '../../policies/role/trust';

export interface ChatChannelsProps {
  readonly account: string;
  readonly home: string;
  readonly chat: NonNullable<Blueprint['alerts']['chat']>;
  readonly topicArn: string;
}

/** Regions where the service answers; its channels are the same from each (AWS General Reference, from memory). */
const REGIONS = ['us-east-2', 'us-west-2', 'eu-west-1', 'ap-southeast-1'];
/** Without a list the service takes AdministratorAccess: whoever is in the channel would run commands. */
const NO_COMMANDS = ['arn:aws:iam::aws:policy/AWSDenyAll'];

/** Alerts in a chat channel, and nothing more: nobody runs commands from there. */
export class ChatChannels extends Construct {
  constructor(scope: Construct, id: string, { account, home, chat, topicArn }: ChatChannelsProps) {
    super(scope, id);
    const role = new IamRole(this, 'role', {
      name: CHAT_ROLE,
      path: SERVICE_ROLE_PATH,
      assumeRolePolicy: minify(serviceTrust('chatbot.amazonaws.com', account)),
    });
    const common = {
      region: REGIONS.includes(home) ? home : 'eu-west-1',
      iamRoleArn: role.arn,
      guardrailPolicyArns: NO_COMMANDS,
      loggingLevel: 'ERROR',
      snsTopicArns: [topicArn],
      userAuthorizationRequired: true,
    };
    if (chat.slack) {
      const { workspaceId, channelId } = chat.slack;
      new ChatbotSlackChannelConfiguration(this, 'slack', {
        ...common,
        configurationName: 'platform-alerts-slack',
        slackTeamId: workspaceId,
        slackChannelId: channelId,
      });
    }
    if (chat.teams) new ChatbotTeamsChannelConfiguration(this, 'teams', { ...common, configurationName: 'platform-alerts-teams', ...chat.teams });
  }
}
