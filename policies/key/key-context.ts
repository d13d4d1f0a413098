import { identityCenterRolePattern, platformRoleArn } from '../../lib/arn';

/** Whose key it is. */
export interface KeyContext {
  readonly account: string;
  readonly region: string;
  /** ARN patterns of the roles that may administer the key; they may never use it. */
  readonly administrators: readonly string[];
}

/** Administrators of keys that the apply role deploys: itself, people with the KeyAdmin set, break-glass. */
export const keyAdministrators = (account: string): string[] => [
  platformRoleArn(account, 'apply'),
  platformRoleArn(account, 'break-glass'),
  ...identityCenterRolePattern('KeyAdmin', account),
];
