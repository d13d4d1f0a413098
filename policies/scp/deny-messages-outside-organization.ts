import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyMessagesOutsideOrganization = guardrail(
  'DenyMessagesOutsideOrganization',
  "Exfiltration into a table, topic, event bus, function or image repository of the attacker, whose own policy lets us in. What has no resource, such as a text message, goes on. Exempt: partners' accounts, what AWS does on our behalf, break-glass.",
  ({ organizationId, partnerAccounts }) => ({
    Action: [
      'codeartifact:PublishPackageVersion',
      'dynamodb:BatchWriteItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'ecr:InitiateLayerUpload',
      'ecr:PutImage',
      'es:ESHttpP*',
      'events:PutEvents',
      'kafka-cluster:WriteData*',
      'lambda:Invoke*',
      's3express:CreateSession',
      's3tables:PutTableData',
      's3vectors:PutVectors',
      'secretsmanager:PutSecretValue',
      'sns:Publish',
    ],
    Condition: but([BREAK_GLASS], {
      StringNotEquals: { 'aws:ResourceOrgID': organizationId, ...(partnerAccounts.length > 0 ? { 'aws:ResourceAccount': partnerAccounts } : {}) },
      Null: { 'aws:ResourceAccount': 'false' },
      BoolIfExists: { 'aws:ViaAWSService': 'false' },
    }),
  }),
);
