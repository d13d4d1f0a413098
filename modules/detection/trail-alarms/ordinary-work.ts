import { accountNamed, type Blueprint } from '../../../config/blueprint';

/** Whose work is ordinary, and where: what alarms leave out. */
export interface OrdinaryWork {
  readonly managementAccount: string;
  readonly securityAccount: string;
  /** Accounts in which developers work by hand. */
  readonly handsOnAccounts: readonly string[];
  /** Path and name of the roles with which application pipelines deploy. */
  readonly deployRoles: readonly string[];
  /** IAM paths of the roles of applications. */
  readonly applicationPaths: readonly string[];
}

export const ordinaryWork = (blueprint: Blueprint): OrdinaryWork => ({
  managementAccount: accountNamed(blueprint, 'management').id,
  securityAccount: accountNamed(blueprint, 'security').id,
  handsOnAccounts: blueprint.environments.filter(({ handsOn }) => handsOn).map(({ account }) => account.id),
  deployRoles: blueprint.guardrails.deployRoles,
  applicationPaths: blueprint.guardrails.applicationPaths,
});
