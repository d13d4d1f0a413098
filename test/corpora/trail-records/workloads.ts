import { APPLICATION, APPLY, DEPLOY, INTRUDER, intrusions, ordinarily, PLAN, person, record, role, type Samples, service, user } from './record';

const STATE = { bucketName: 'example-corp-prod-state-444444444444', key: 'prod/terraform.tfstate' };
const ASSUME = (name: string) => ({ roleArn: `arn:aws:iam::444444444444:role/${name}`, roleSessionName: 'x' });

export const PLATFORM_SAMPLES: Samples = {
  'break-glass-use': {
    raises: [record(user('break-glass-1'), 'management', ['sts', 'AssumeRole'], ASSUME('platform/break-glass'))],
    quiet: [
      record(user('break-glass-1'), 'management', ['sts', 'AssumeRole'], ASSUME('app/orders')),
      record(INTRUDER, 'prod', ['iam', 'GetRole'], ASSUME('platform/break-glass')),
    ],
  },
  'member-account-entry': {
    raises: [
      ...[
        record(person('OrganizationAdmin'), 'management', ['sts', 'AssumeRole'], ASSUME('OrganizationAccountAccessRole')),
        record(person('OrganizationAdmin'), 'management', ['sts', 'AssumeRole'], ASSUME('AWSControlTowerExecution')),
      ],
      record(person('SecurityAdmin'), 'security', ['sts', 'AssumeRoot'], { targetPrincipal: '444444444444' }),
    ],
    quiet: [
      record(person('OrganizationAdmin'), 'management', ['sts', 'AssumeRole'], ASSUME('platform/plan')),
      record(INTRUDER, 'prod', ['iam', 'GetRole'], ASSUME('OrganizationAccountAccessRole')),
    ],
  },
  'state-access': {
    raises: [
      record(INTRUDER, 'prod', ['s3', 'GetObject'], STATE, { eventCategory: 'Data', managementEvent: false }),
      record(user('deploy'), 'prod', ['s3', 'GetObject'], STATE, { eventCategory: 'Data', managementEvent: false }),
      record(role('OrganizationAccountAccessRole', 'bootstrap'), 'prod', ['s3', 'PutObject'], STATE, { eventCategory: 'Data', managementEvent: false }),
    ],
    quiet: [
      record(PLAN, 'prod', ['s3', 'GetObject'], STATE),
      record(APPLY, 'prod', ['s3', 'PutObject'], STATE),
      record(INTRUDER, 'prod', ['s3', 'GetObject'], { ...STATE, key: 'orders/1.json' }),
      record(INTRUDER, 'prod', ['s3express', 'GetObject'], STATE),
    ],
  },
};

export const WORKLOAD_SAMPLES: Samples = {
  'remote-command': {
    raises: intrusions('ssm', {
      CreateActivation: null,
      ModifyDocumentPermission: null,
      ResumeSession: null,
      SendCommand: { documentName: 'AWS-RunShellScript', instanceIds: ['i-1'] },
      StartAutomationExecution: { documentName: 'AWS-RunPatchBaseline' },
      StartSession: { target: 'i-1' },
    }),
    quiet: [
      ...ordinarily('prod', ['ssm', 'SendCommand'], { documentName: 'AWS-RunPatchBaseline' }, APPLY, DEPLOY),
      record(service('ssm'), 'prod', ['ssm', 'SendCommand'], { documentName: 'AWS-RunPatchBaseline' }),
      record(person('Developer'), 'dev', ['ssm', 'StartSession'], { target: 'i-2' }),
      record(INTRUDER, 'prod', ['ssm', 'DescribeSessions']),
      record(INTRUDER, 'prod', ['qldb', 'SendCommand']),
    ],
  },
  'model-guardrail-change': {
    raises: intrusions('bedrock', {
      DeleteGuardrail: { guardrailIdentifier: 'g1' },
      DeleteModelInvocationLoggingConfiguration: null,
      UpdateGuardrail: { guardrailIdentifier: 'g1' },
    }),
    quiet: [
      ...ordinarily('prod', ['bedrock', 'UpdateGuardrail'], { guardrailIdentifier: 'g1' }, APPLY, DEPLOY),
      record(service('bedrock'), 'prod', ['bedrock', 'UpdateGuardrail']),
      record(person('Developer'), 'dev', ['bedrock', 'UpdateGuardrail'], { guardrailIdentifier: 'g2' }),
      record(APPLICATION, 'prod', ['bedrock', 'InvokeModel']),
      record(INTRUDER, 'prod', ['controlcatalog', 'DeleteGuardrail']),
    ],
  },
};
