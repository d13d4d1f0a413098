import { z } from 'zod';
import { email } from './fields';

/** From the one that wakes somebody up to the one that can wait until the morning. */
export const ALERT_SEVERITIES = ['critical', 'high', 'medium'] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

const someone = z.array(email).min(1, 'must name somebody: an alert that nobody receives is none');
const teamsId = (what: string) => z.uuid(`must be the id of ${what}, as the link of the channel has it`);

/** Who hears of attacks, from step `correlated` on; below it the alarms tell organization.contacts.security. AWS asks each address to confirm; until it does, it gets nothing. */
export const alerts = z.strictObject({
  /** E-mail addresses by severity. Default organization.contacts.security. */
  emails: z
    .strictObject({
      critical: someone.optional(),
      high: someone.optional(),
      /** May be empty: what is medium is seen in Security Hub. */
      medium: z.array(email).optional(),
    })
    .prefault({}),
  /** Amazon Q Developer in chat applications (formerly AWS Chatbot), once a person has authorized the workspace or tenant in its console. Default none. */
  chat: z
    .strictObject({
      /** The lowest severity that is told there. Default high. */
      from: z.enum(ALERT_SEVERITIES).default('high'),
      slack: z
        .strictObject({
          workspaceId: z.string().regex(/^T[0-9A-Z]{1,254}$/, 'must be the id of a Slack workspace such as T07EA123LEP'),
          channelId: z.string().regex(/^[CG][0-9A-Z]{1,254}$/, 'must be the id of a Slack channel such as C07EZ1ABC23'),
        })
        .optional(),
      teams: z
        .strictObject({
          tenantId: teamsId('a Microsoft Teams tenant'),
          teamId: teamsId('a team'),
          channelId: z.string().regex(/^19(:|%3A)[\w-]+(@|%40)thread\.(tacv2|skype)$/, 'must be the id of a Teams channel such as 19:ab@thread.tacv2'),
        })
        .optional(),
    })
    .refine(({ slack, teams }) => slack !== undefined || teams !== undefined, 'must name a channel: slack or teams')
    .optional(),
});
