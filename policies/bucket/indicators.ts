import { bucketArn } from '../../lib/arn';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { custodians } from '../resource/custodians';
import { denyOthers } from '../resource/perimeter';
import { WRITING } from './data';
import { denySettingsByOthers } from './pipeline-only';
import { denyInsecureTransport, denyOutsideOrganization } from './transport';

/** Whoever empties the list of indicators hides from every hunt: only the pipeline writes it. What stands in it is in the repository. */
export const indicatorBucketPolicy = (bucket: string, account: string, organizationId: string): PolicyDocument =>
  policyDocument(
    ...denyInsecureTransport(bucket),
    denyOutsideOrganization(bucket, organizationId),
    denyOthers('DenyWritingByOthers', { arn: `${bucketArn(bucket)}/*`, actions: WRITING }, custodians(account)),
    denySettingsByOthers(bucket, account),
  );
