import { CALLS } from '../../../functions/credential-search/calls';
import { call, type EventSamples, type SampleEvent } from './sample-events';

const TEMPLATE = 'lt-0123456789abcdef0';
/** What CloudTrail says of the thing that a call made; texts are left out there. */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  RunInstances: {
    responseElements: { instancesSet: { items: [{ instanceId: 'i-0123456789abcdef0' }] } },
    requestParameters: { userData: '<sensitiveDataRemoved>' },
  },
  ModifyInstanceAttribute: {
    requestParameters: { instanceId: 'i-0123456789abcdef0', userData: '<sensitiveDataRemoved>' },
    responseElements: { _return: true },
  },
  CreateLaunchTemplate: { responseElements: { CreateLaunchTemplateResponse: { launchTemplate: { launchTemplateId: TEMPLATE } } } },
  CreateLaunchTemplateVersion: { requestParameters: { CreateLaunchTemplateVersionRequest: { LaunchTemplateId: TEMPLATE } }, responseElements: null },
  PutParameter: { requestParameters: { name: '/shop/colour', type: 'String', value: 'HIDDEN_DUE_TO_SECURITY_REASONS' } },
  CreateFunction20150331: { requestParameters: { functionName: 'orders' }, responseElements: { functionName: 'orders' } },
  UpdateFunctionConfiguration20150331v2: { requestParameters: { functionName: 'orders' } },
  RegisterTaskDefinition: { responseElements: { taskDefinition: { taskDefinitionArn: 'arn:aws:ecs:eu-west-1:444444444444:task-definition/shop:3' } } },
  CreateStack: {
    requestParameters: { stackName: 'legacy' },
    responseElements: { stackId: 'arn:aws:cloudformation:eu-west-1:444444444444:stack/legacy/0a1b2c3d-0000-1111-2222-333344445555' },
  },
  UpdateStack: { requestParameters: { stackName: 'legacy' } },
};

/** Event name -> a record of it. */
export const CHANGES: ReadonlyMap<string, SampleEvent> = new Map(
  CALLS.map(({ service, eventName }) => [eventName, call(service, eventName, ANSWERS[eventName])]),
);

export const CREDENTIAL_SEARCH_SAMPLES: EventSamples = {
  'platform-credential-search-changes': {
    matching: [...CHANGES.values()],
    other: [
      call('ec2', 'RunInstances', { errorCode: 'Client.UnauthorizedOperation' }),
      call('ssm', 'DeleteParameter'),
      call('ec2', 'DescribeInstances'),
      call('s3', 'PutParameter'),
    ],
  },
};
