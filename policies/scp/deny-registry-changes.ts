import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyRegistryChanges = guardrail(
  'DenyRegistryChanges',
  'The registry policy lets others push images that we run; a public repository, or replication elsewhere, gives ours away. Exempt: the apply role and break-glass.',
  () => ({
    Action: [
      'ecr-public:CreateRepository',
      'ecr-public:PutImage',
      'ecr-public:SetRepositoryPolicy',
      'ecr:CreatePullThroughCacheRule',
      'ecr:CreateRepositoryCreationTemplate',
      'ecr:DeleteRegistryPolicy',
      'ecr:PutRegistryPolicy',
      'ecr:PutRegistryScanningConfiguration',
      'ecr:PutReplicationConfiguration',
      'ecr:UpdatePullThroughCacheRule',
      'ecr:UpdateRepositoryCreationTemplate',
    ],
    Condition: but([APPLY, BREAK_GLASS]),
  }),
);
