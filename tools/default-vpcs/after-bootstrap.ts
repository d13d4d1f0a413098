import type { Account } from '../../config/blueprint';
import { confirm } from '../applying/confirm';
import type { Clients } from './clients';
import { lookInRegions, removeFromRegions } from './regions';
import { exitCode, removable, report } from './report';

export interface AfterBootstrapOptions {
  readonly account: Account;
  readonly regions: readonly string[];
  readonly clients: Clients;
  readonly autoApprove: boolean;
}

/**
 * Last step of bootstrap. An account that the organization made is new: its default VPCs go. One with a life before
 * (management, imported accounts) is only looked at: nothing in EC2 tells that a subnet group, a launch template or a
 * function without an interface counts on a default VPC, so a person runs `npm run default-vpcs`.
 * Never throws: the account is bootstrapped whatever happens here, and the command may be run again.
 * @returns exit code: as `npm run default-vpcs`, but 0 where it was only to look
 */
export async function afterBootstrap({ account, regions, clients, autoApprove }: AfterBootstrapOptions): Promise<0 | 1 | 2 | 3> {
  const command = `\`npm run default-vpcs -- ${account.name}\``;
  try {
    const looked = await lookInRegions(regions, clients);
    if (exitCode(looked) === 0) return 0;
    if (account.name === 'management' || account.importId !== undefined) {
      console.error(`${report(account, looked)}\nNothing was removed, because the account existed before; read the report and run ${command}.`);
      return 0;
    }
    const found = removable(looked).map(({ region }) => region);
    if (found.length > 0)
      await confirm(
        account.name,
        `Remove the default VPCs of ${account.name} (${account.id}) in ${found.join(', ')}?`,
        autoApprove,
        'no default VPC was removed',
      );
    const reports = await removeFromRegions(looked, clients);
    console.error(report(account, reports));
    const code = exitCode(reports);
    if (code !== 0) console.error(`The account is bootstrapped; for its default VPCs run ${command} (docs/runbooks/default-vpcs.md).`);
    return code;
  } catch (error) {
    console.error(`${(error as Error).message}\nThe account is bootstrapped; for its default VPCs run ${command} (docs/runbooks/default-vpcs.md).`);
    return 2;
  }
}
