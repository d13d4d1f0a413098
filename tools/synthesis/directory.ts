import type { Blueprint } from '../../config/blueprint';
import { PARTNER_ACCOUNTS } from '../../config/known-principals';

/** Whom the ids in the output stand for: checks and reports ask it. */
export interface Directory {
  readonly organizationId: string;
  /** Account id -> name in the configuration. */
  readonly accounts: ReadonlyMap<string, string>;
  /** Account id of a partner whose root may be trusted -> who that is. */
  readonly partners: ReadonlyMap<string, string>;
  /** Id of the root or of an organizational unit -> its path; the root is `root`. */
  readonly units: ReadonlyMap<string, string>;
}

export function directoryOf({ organization, accounts, organizationalUnits }: Blueprint): Directory {
  return {
    organizationId: organization.id,
    accounts: new Map(Object.values(accounts).map(({ id, name }) => [id, name])),
    partners: new Map(Object.entries(PARTNER_ACCOUNTS)),
    units: new Map([[organization.rootId, 'root'], ...Object.entries(organizationalUnits).map(([path, id]): [string, string] => [id, path])]),
  };
}
