import { bucketArn, iamRoleArn, platformRoleArn } from '../../lib/arn';
import { HUNTING_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { denyOthers } from '../resource/perimeter';
import { denySettingsByOthers } from './pipeline-only';
import { denyInsecureTransport, denyOutsideOrganization } from './transport';

const OBJECTS = ['s3:GetObject*', 's3:PutObject*', 's3:AbortMultipartUpload', 's3:ReplicateObject', 's3:ReplicateDelete'];

/** Results say what we look for and what we found: only hunters read them, and nobody takes back what a hunt has shown before its time. */
export function huntingResultsPolicy(bucket: string, account: string, organizationId: string): PolicyDocument {
  const hunters = [iamRoleArn(account, SERVICE_ROLE_PATH, HUNTING_ROLE), platformRoleArn(account, 'break-glass')];
  const objects = `${bucketArn(bucket)}/*`;
  return policyDocument(
    ...denyInsecureTransport(bucket),
    denyOutsideOrganization(bucket, organizationId),
    denyOthers('DenyObjectsToOthers', { arn: objects, actions: OBJECTS }, hunters),
    denyOthers('DenyLosingResults', { arn: objects, actions: ['s3:DeleteObject*'] }, hunters.slice(1)),
    denySettingsByOthers(bucket, account),
  );
}
