import { APPLY, all, notBy, type TrailAlarms } from './pattern';

/** The two ways past every other control: emergencies and bootstrap. */
export const PLATFORM_ALARMS: TrailAlarms = {
  'break-glass-use': {
    pattern: '{ ($.eventName = "AssumeRole") && ($.requestParameters.roleArn = "*:role/platform/break-glass") }',
    description: 'Break-glass was opened: ask the two people who can',
  },
  'bootstrap-role-use': {
    pattern:
      '{ ($.eventName = "AssumeRole") && (($.requestParameters.roleArn = "*:role/OrganizationAccountAccessRole") || ($.requestParameters.roleArn = "*:role/AWSControlTowerExecution")) }',
    description: 'A bootstrap role was assumed: expected during `npm run bootstrap` only',
  },
  // States hold the whole configuration. Seen only while data events of states are logged (logging.dataEvents.states).
  'state-access': {
    pattern: all('$.eventSource = "s3.amazonaws.com"', '$.requestParameters.key = "*.tfstate"', notBy(APPLY, '*:role/platform/plan')),
    description: 'Somebody other than plan and apply touched a Terraform state: expected during `npm run bootstrap` and under break-glass only',
  },
};
