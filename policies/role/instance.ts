import { type PolicyDocument, policyDocument } from '../policy-document';

/** Instances get the role of their profile; Amazon EC2 sends no source key, and passing the role is what is guarded. */
export const instanceTrust = (): PolicyDocument =>
  policyDocument({ Sid: 'AllowInstances', Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' });
