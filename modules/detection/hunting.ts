import { AthenaNamedQuery } from '@cdktf/provider-aws/lib/athena-named-query';
import { AthenaWorkgroup } from '@cdktf/provider-aws/lib/athena-workgroup';
import { GlueCatalogDatabase } from '@cdktf/provider-aws/lib/glue-catalog-database';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { dataTags } from '../../lib/data-tags';
import { huntingQueries } from '../../lib/hunting-queries';
import { indicatorLibrary } from '../../lib/ioc/library';
import { HUNTING_DATABASE, HUNTING_ROLE, HUNTING_WORKGROUP, huntingResultsBucketName, SERVICE_ROLE_PATH } from '../../lib/naming';
import { accessLogsOf } from '../../lib/private-bucket';
import { minify } from '../../policies/policy-document';
import { huntingPolicy, huntingTrust } from '../../policies/role/hunting';
import { HuntingResults } from './hunting-results';
import { type HuntingScope, huntingSources } from './hunting-sources';
import { huntingTable } from './hunting-table';
import { IndicatorBucket } from './indicator-bucket';
import { indicatorRows, indicatorSource } from './indicator-rows';

export interface HuntingProps extends HuntingScope {
  readonly organization: string;
  readonly account: string;
  readonly securityAccount: string;
  /** Key of the logs; results hold parts of them. */
  readonly keyArn: string;
  readonly settings: Blueprint['hunting'];
}

/** The archive can be asked: tables over every kind of log, the indicators beside them, saved questions, and one role that may ask. */
export class Hunting extends Construct {
  constructor(scope: Construct, id: string, props: HuntingProps) {
    super(scope, id);
    const { home: region, account, organization, organizationId, keyArn, settings } = props;
    const results = huntingResultsBucketName(organization, account);
    const accessLogs = accessLogsOf(organization, region, account);
    new HuntingResults(this, 'results', { region, account, organizationId, keyArn, bucketName: results, days: settings.resultDays, accessLogs });
    const indicators = new IndicatorBucket(this, 'indicators', { organization, organizationId, account, region, accessLogs });
    indicators.list('list', 'list/indicators.json', indicatorRows(indicatorLibrary()));

    const database = new GlueCatalogDatabase(this, 'database', {
      region,
      name: HUNTING_DATABASE,
      description: 'Logs of all accounts, and indicators',
      tags: dataTags('operational'),
    }).name;
    const sources = { ...huntingSources(props), indicators: indicatorSource(indicators.bucketName) };
    for (const [name, source] of Object.entries(sources)) huntingTable(this, { region, database, name, source });

    const workgroup = this.workgroup(props, results);
    for (const { name, title, technique, reading, falsePositives, sql } of huntingQueries(Object.keys(sources))) {
      const description = `${technique}: ${title} ${reading} False positives: ${falsePositives}`;
      new AthenaNamedQuery(this, `query-${name}`, { region, name, description, database, workgroup: workgroup.id, query: sql });
    }

    const role = new IamRole(this, 'role', {
      name: HUNTING_ROLE,
      path: SERVICE_ROLE_PATH,
      assumeRolePolicy: minify(huntingTrust(props.securityAccount, organizationId)),
    });
    const read = [...Object.values(props.buckets), indicators.bucketName];
    new IamRolePolicy(this, 'read', { name: 'hunt', role: role.name, policy: minify(huntingPolicy({ account, region, sources: read, results, keyArn })) });
  }

  private workgroup({ home: region, account, keyArn, settings }: HuntingProps, results: string): AthenaWorkgroup {
    return new AthenaWorkgroup(this, 'workgroup', {
      region,
      name: HUNTING_WORKGROUP,
      description: 'Hunts through the logs of all accounts',
      tags: dataTags('operational'),
      configuration: {
        // What a client asks for instead does not count: neither another place for results nor none of the encryption.
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: settings.queryLimitGigabytes * 1024 ** 3,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${results}/results/`,
          expectedBucketOwner: account,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKeyArn: keyArn },
        },
      },
    });
  }
}
