import { APPLY, all, notBy, type TrailAlarms } from './pattern';

/** The ways past every other control: emergencies, bootstrap and central root sessions. */
export const PLATFORM_ALARMS: TrailAlarms = {
  'break-glass-use': {
    pattern: '{ ($.eventName = "AssumeRole") && ($.requestParameters.roleArn = "*:role/platform/break-glass") }',
    description: 'Break-glass was opened: ask the two people who can',
  },
  // The caller of a root session is no root user but a role of the security or management account: root-use sees only what follows.
  'member-account-entry': {
    pattern:
      '{ ($.eventName = "AssumeRoot") || (($.eventName = "AssumeRole") && (($.requestParameters.roleArn = "*:role/OrganizationAccountAccessRole") || ($.requestParameters.roleArn = "*:role/AWSControlTowerExecution"))) }',
    description: 'A bootstrap role or a root session in a member account was asked for: expected during `npm run bootstrap` or a task that was announced only',
  },
  // States hold the whole configuration. Seen only while data events of states are logged (logging.dataEvents.states).
  'state-access': {
    pattern: all('$.eventSource = "s3.amazonaws.com"', '$.requestParameters.key = "*.tfstate"', notBy(APPLY, '*:role/platform/plan')),
    description: 'Somebody other than plan and apply touched a Terraform state: expected during `npm run bootstrap` and under break-glass only',
  },
};
