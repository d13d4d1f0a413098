import { bucketArn } from '../../lib/arn';
import type { PolicyStatement } from '../policy-document';

/** Plain HTTP and TLS 1.0/1.1 let a listener read or change what passes. */
export const denyInsecureTransport = (bucket: string): PolicyStatement[] => [
  {
    Sid: 'DenyPlainHttp',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucketArn(bucket), `${bucketArn(bucket)}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  },
  {
    Sid: 'DenyOldTls',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucketArn(bucket), `${bucketArn(bucket)}/*`],
    // Service principals deliver without a TLS version in the request context; a missing key must not deny them.
    Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } },
  },
];

/** Credentials of another organization must not reach the bucket even when a statement elsewhere allows them. */
export const denyOutsideOrganization = (bucket: string, organizationId: string): PolicyStatement => ({
  Sid: 'DenyOutsideOrganization',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [bucketArn(bucket), `${bucketArn(bucket)}/*`],
  Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organizationId }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
});
