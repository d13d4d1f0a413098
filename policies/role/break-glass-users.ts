import { type PolicyDocument, policyDocument } from '../policy-document';

/** The users can do one thing: assume break-glass, and only with their MFA device. */
export const breakGlassUsersPolicy = (): PolicyDocument =>
  policyDocument(
    {
      Sid: 'AllowBreakGlass',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: 'arn:aws:iam::*:role/platform/break-glass',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    },
    // A stolen password without the device reaches nothing, not even the user's own settings.
    { Sid: 'DenyWithoutMfa', Effect: 'Deny', Action: '*', Resource: '*', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } },
  );
