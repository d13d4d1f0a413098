import { Macie2Account } from '@cdktf/provider-aws/lib/macie2-account';
import { Macie2ClassificationJob } from '@cdktf/provider-aws/lib/macie2-classification-job';
import { Macie2CustomDataIdentifier } from '@cdktf/provider-aws/lib/macie2-custom-data-identifier';
import { Macie2Member } from '@cdktf/provider-aws/lib/macie2-member';
import { Macie2OrganizationConfiguration } from '@cdktf/provider-aws/lib/macie2-organization-configuration';
import { Construct } from 'constructs';
import type { Account, Blueprint } from '../../config/blueprint';
import { importExisting } from '../../lib/import-existing';
import { MacieResults, type MacieResultsProps } from './macie-results';
import { membersAmong } from './members-among';

export interface MacieProps extends MacieResultsProps {
  /** Accounts that there are already; new ones come by themselves. */
  readonly accounts: readonly Account[];
  readonly dataClasses: Blueprint['dataClasses'];
  readonly dataProtection: Blueprint['dataProtection'];
}

/** Personal data in a bucket whose class must not hold any is found before somebody else finds it. */
export class Macie extends Construct {
  constructor(scope: Construct, id: string, props: MacieProps) {
    super(scope, id);
    const results = new MacieResults(this, 'results', props);
    for (const region of props.enabledRegions) this.region(region, props, results);
  }

  private region(region: string, { account, accounts, dataClasses, dataProtection }: MacieProps, results: MacieResults): void {
    // The delegation in `org` has enabled Macie here: adopted, never made a second time.
    const macie = new Macie2Account(this, `account-${region}`, { region, status: 'ENABLED', findingPublishingFrequency: 'FIFTEEN_MINUTES' });
    importExisting(macie, `${account}@${region}`);
    results.from(region, macie);
    new Macie2OrganizationConfiguration(this, `members-${region}`, { region, autoEnable: true, dependsOn: [macie] });
    for (const { name, id, email } of membersAmong(accounts, account))
      new Macie2Member(this, `member-${name}-${region}`, {
        region,
        accountId: id,
        email,
        // Macie answers without the address for accounts of an organization ("GetMember", Macie API reference), and another address would replace the member.
        lifecycle: { ignoreChanges: ['email'] },
        dependsOn: [macie],
      });
    const identifiers = dataProtection.identifiers.map(
      ({ name, regex, keywords }) =>
        new Macie2CustomDataIdentifier(this, `identifier-${name}-${region}`, {
          region,
          name: `platform-${name}`,
          regex,
          ...(keywords.length > 0 ? { keywords: [...keywords], maximumMatchDistance: 50 } : {}),
          dependsOn: [macie],
        }),
    );
    if (dataProtection.search === 'off') return;
    for (const [name, { pii }] of Object.entries(dataClasses)) {
      if (pii) continue; // personal data belongs there
      new Macie2ClassificationJob(this, `search-${name}-${region}`, {
        region,
        name: `platform-personal-data-in-${name}`,
        jobType: 'SCHEDULED',
        initialRun: false,
        samplingPercentage: dataProtection.samplingPercentage,
        scheduleFrequency: dataProtection.search === 'weekly' ? { weeklySchedule: 'SUNDAY' } : { monthlySchedule: 1 },
        ...(identifiers.length > 0 ? { customDataIdentifierIds: identifiers.map((identifier) => identifier.id) } : {}),
        // By tag, in all accounts: buckets that are made later are searched, too.
        s3JobDefinition: {
          bucketCriteria: { includes: { and: [{ tagCriterion: { comparator: 'EQ', tagValues: [{ key: 'DataClass', value: name }] } }] } },
        },
        dependsOn: [macie],
      });
    }
  }
}
