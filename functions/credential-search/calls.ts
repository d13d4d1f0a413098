/** Calls that put a text somewhere, as CloudTrail names them -> what is looked into then. AWS Lambda's names end in the date of an API version. */
export const CALLS = [
  { service: 'ec2', eventName: 'RunInstances', source: 'instances' },
  { service: 'ec2', eventName: 'ModifyInstanceAttribute', source: 'instances' },
  { service: 'ec2', eventName: 'CreateLaunchTemplate', source: 'launch-templates' },
  { service: 'ec2', eventName: 'CreateLaunchTemplateVersion', source: 'launch-templates' },
  { service: 'ssm', eventName: 'PutParameter', source: 'parameters' },
  { service: 'lambda', eventName: 'CreateFunction20150331', source: 'functions' },
  { service: 'lambda', eventName: 'UpdateFunctionConfiguration20150331v2', source: 'functions' },
  { service: 'ecs', eventName: 'RegisterTaskDefinition', source: 'task-definitions' },
  { service: 'cloudformation', eventName: 'CreateStack', source: 'stacks' },
  { service: 'cloudformation', eventName: 'UpdateStack', source: 'stacks' },
] as const;
