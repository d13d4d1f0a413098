import type { OneOrMore, PolicyStatement } from '../policy-document';

/** A resource of ours and the actions that its kind of policy takes. */
export interface Guarded {
  readonly arn: OneOrMore;
  /** Actions that the service takes in a resource policy; some refuse `service:*`. */
  readonly actions: OneOrMore;
}

/** A listener on the way reads or changes what passes without TLS. */
export const denyPlainHttp = ({ arn, actions }: Guarded): PolicyStatement => ({
  Sid: 'DenyPlainHttp',
  Effect: 'Deny',
  Principal: '*',
  Action: actions,
  Resource: arn,
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});

/** Credentials of another organization reach nothing, whatever else allows them. */
export const denyOutsideOrganization = ({ arn, actions }: Guarded, organizationId: string): PolicyStatement => ({
  Sid: 'DenyOutsideOrganization',
  Effect: 'Deny',
  Principal: '*',
  Action: actions,
  Resource: arn,
  Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organizationId }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
});

/**
 * An administrator of the account, or a role that somebody stole, has every right by IAM: only named roles do this here.
 * Services of AWS have no role; without a statement that allows them they are let in by nothing.
 * @param roles ARNs or patterns
 */
export const denyOthers = (Sid: string, { arn, actions }: Guarded, roles: readonly string[]): PolicyStatement => ({
  Sid,
  Effect: 'Deny',
  Principal: '*',
  Action: actions,
  Resource: arn,
  Condition: { ArnNotLike: { 'aws:PrincipalArn': roles }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
});
