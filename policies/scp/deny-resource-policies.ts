import { APPLY, BREAK_GLASS, but, deployers, guardrail } from '../guardrail-context';

export const denyResourcePolicies = guardrail(
  'DenyResourcePolicies',
  'Policies of resources that no resource control policy covers let any account in: event buses, catalogs, streams, clusters, log destinations, images, packages. Taking the policy of a bus away opens it to its own account. Exempt: pipelines and break-glass.',
  (context) => ({
    Action: [
      'codeartifact:Put*PermissionsPolicy',
      'codebuild:PutResourcePolicy',
      'events:PutPermission',
      'events:PutResourcePolicy',
      'events:RemovePermission',
      'glue:PutResourcePolicy',
      'imagebuilder:Put*Policy',
      'kafka:PutClusterPolicy',
      'kinesis:PutResourcePolicy',
      'logs:PutDeliveryDestinationPolicy',
      'logs:PutDestinationPolicy',
      'redshift:PutResourcePolicy',
      's3:PutAccessGrantsInstanceResourcePolicy',
      'ssm:PutResourcePolicy',
      'vpc-lattice:PutResourcePolicy',
    ],
    Condition: but([APPLY, BREAK_GLASS, ...deployers(context)]),
  }),
);
