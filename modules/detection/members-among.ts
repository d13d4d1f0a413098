import { type Account, isInService } from '../../config/blueprint';

/**
 * Accounts that a security service has to be told of one by one. What these services call "automatically" is for accounts that join the
 * organization later ("Detective does not enable existing organization accounts that are not yet enabled", Detective user guide; Macie and
 * Inspector likewise), and ours are all there when the security account is made administrator: without this nobody would be watched.
 * @param administrator id of the security account, which is no member of itself
 */
export const membersAmong = (accounts: readonly Account[], administrator: string): readonly Account[] =>
  accounts.filter((account) => account.id !== administrator && isInService(account));
