import { AccountAlternateContact } from '@cdktf/provider-aws/lib/account-alternate-contact';
import { AccountRegion } from '@cdktf/provider-aws/lib/account-region';
import { OrganizationsAccount } from '@cdktf/provider-aws/lib/organizations-account';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { OPT_IN_REGIONS } from '../../config/aws-regions';
import type { Account, Blueprint } from '../../config/blueprint';
import { currentUnitOf } from '../../config/organizational-units';
import { placeholdersIn } from '../../config/placeholders';
import { importExisting } from '../../lib/import-existing';
import { markUnbound, retire } from '../../lib/retirement';

export interface MemberAccountsProps {
  readonly accounts: readonly Account[];
  /** Path of a unit -> its id. */
  readonly unitIds: Readonly<Record<string, string>>;
  readonly contacts: Blueprint['organization']['contacts'];
  readonly enabledRegions: readonly string[];
  /** The organization: trusted access must be on before contacts and regions of members can be set. */
  readonly organization: ITerraformDependable;
}

/** Accounts of the organization, new or imported, each in the unit that its status asks for. */
export class MemberAccounts extends Construct {
  /** Account name -> id, as a reference to the account's resource. */
  readonly ids: Readonly<Record<string, string>>;
  /** Regions that had to be enabled: what works in them waits for these. */
  readonly optInRegions: readonly AccountRegion[];

  constructor(scope: Construct, id: string, props: MemberAccountsProps) {
    super(scope, id);
    const ids: Record<string, string> = {};
    const optIn = props.enabledRegions.filter((name) => OPT_IN_REGIONS.includes(name));
    // The management account cannot name itself in this API: without an id it is the caller's account.
    this.contacts('management', undefined, props);
    const enabled = optIn.map(
      (region) => new AccountRegion(this, `management-${region}`, { regionName: region, enabled: true, dependsOn: [props.organization] }),
    );
    for (const account of props.accounts) {
      const resource = this.account(account, props.unitIds[currentUnitOf(account)] as string);
      const contacts = this.contacts(account.name, resource.id, props);
      if (account.status === 'retired') {
        for (const construct of [resource, ...contacts]) retire(construct);
        continue;
      }
      ids[account.name] = resource.id;
      for (const region of optIn) {
        enabled.push(
          new AccountRegion(this, `${account.name}-${region}`, { accountId: resource.id, regionName: region, enabled: true, dependsOn: [props.organization] }),
        );
      }
    }
    this.ids = ids;
    this.optInRegions = enabled;
  }

  private account(account: Account, parentId: string): OrganizationsAccount {
    const resource = new OrganizationsAccount(this, account.name, {
      name: account.displayName,
      email: account.email,
      parentId,
      // Closing an account cannot be taken back after 90 days, and never by a plan.
      closeOnDeletion: false,
      ...(account.bootstrapRoleName ? { roleName: account.bootstrapRoleName } : {}),
      tags: { Environment: account.environment },
      // AWS cannot read these back: after an import they would replace the account.
      lifecycle: { ignoreChanges: ['role_name', 'iam_user_access_to_billing', 'create_govcloud'] },
    });
    if (account.importId) importExisting(resource, account.importId);
    if (placeholdersIn(account.id).length > 0) markUnbound(resource);
    return resource;
  }

  private contacts(name: string, accountId: string | undefined, { contacts, organization }: MemberAccountsProps): AccountAlternateContact[] {
    return Object.entries(contacts).map(
      ([topic, contact]) =>
        new AccountAlternateContact(this, `${name}-${topic}-contact`, {
          ...(accountId ? { accountId } : {}),
          alternateContactType: topic.toUpperCase(),
          name: contact.name,
          title: contact.title,
          emailAddress: contact.email,
          phoneNumber: contact.phone,
          dependsOn: [organization],
        }),
    );
  }
}
