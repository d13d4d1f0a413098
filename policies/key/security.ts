import { platformRoleArn } from '../../lib/arn';
import { type PolicyDocument, type PolicyStatement, policyDocument } from '../policy-document';
import { allowUndeliveredEvents } from '../resource/undelivered-events';
import { allowKeyAdministration, allowReadingKeySettings, denyDecryptingByApplyRole, denyKeyLoss, denyUseByKeyAdministrators } from './administration';
import { keyAdministrators } from './key-context';
import { allowServicesOfAccount } from './services-of-account';
import { allowBuilding, allowCloudWatchLogs, allowGrantsForServices, allowUseThroughServices } from './use';

export interface SecurityKeyPolicy {
  readonly account: string;
  readonly region: string;
  readonly organizationId: string;
  /** ARN of the bus that the key encrypts. */
  readonly busArn: string;
}

/** Services through which roles of the security account use the key. */
const SERVICES = ['dynamodb', 'events', 'lambda', 's3', 'secretsmanager', 'sns', 'sqs', 'ssm', 'states'];

/** EventBridge encrypts events and rules of one bus (EventBridge user guide, "Authorizing EventBridge to use a customer managed key"). */
const allowEventBus = (account: string, busArn: string): PolicyStatement[] => [
  {
    Sid: 'AllowEventBus',
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceAccount': account, 'kms:EncryptionContext:aws:events:event-bus:arn': busArn } },
  },
  // The check of the key when the bus is made has no encryption context.
  {
    Sid: 'AllowEventBusSetup',
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'kms:DescribeKey',
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceAccount': account } },
  },
];

/** The key of alerts and responses: AWS services and roles of the security account use it, administrators do not. */
export function securityKeyPolicy({ account, region, organizationId, busArn }: SecurityKeyPolicy): PolicyDocument {
  const context = { account, region, administrators: keyAdministrators(account) };
  return policyDocument(
    allowKeyAdministration(context),
    allowReadingKeySettings(context),
    allowUseThroughServices(context, SERVICES),
    allowGrantsForServices(context, SERVICES),
    ...allowBuilding(context, SERVICES, [platformRoleArn(account, 'apply'), platformRoleArn(account, 'break-glass')]),
    allowCloudWatchLogs(context),
    ...allowServicesOfAccount(context),
    allowUndeliveredEvents(organizationId),
    ...allowEventBus(account, busArn),
    denyUseByKeyAdministrators(context),
    denyDecryptingByApplyRole(context),
    denyKeyLoss(context),
  );
}
