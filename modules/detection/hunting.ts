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
import { HUNTING_DATABASE, HUNTING_ROLE, HUNTING_WORKGROUP, huntingResultsBucketName, lockedCopyName, SERVICE_ROLE_PATH } from '../../lib/naming';
import { accessLogsOf } from '../../lib/private-bucket';
import { minify } from '../../policies/policy-document';
import { huntingPolicy, huntingTrust } from '../../policies/role/hunting';
import { HuntingResults } from './hunting-results';
import type { HuntingScope } from './hunting-scope';
import { HUNTING_TABLES, huntingSources } from './hunting-sources';
import { huntingTable } from './hunting-table';
import { IndicatorBucket } from './indicator-bucket';
import { indicatorRows, indicatorSource } from './indicator-rows';

export interface HuntingProps {
  readonly logs: HuntingScope;
  readonly organization: string;
  readonly account: string;
  readonly securityAccount: string;
  /** Key of the logs; results hold parts of them. */
  readonly keyArn: string;
  /** Key of the logs of web ACLs in front of CloudFront, where it is another. */
  readonly edgeKeyArn?: string;
  readonly settings: Blueprint['hunting'];
}

/** The archive can be asked: tables over every kind of log, the indicators beside them, saved questions, and one role that may ask. */
export class Hunting extends Construct {
  constructor(scope: Construct, id: string, props: HuntingProps) {
    super(scope, id);
    const { logs, account, organization, keyArn, edgeKeyArn, settings } = props;
    const { home: region, organizationId, keepDays, edge } = logs;
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
    const sources = Object.entries({ ...huntingSources(logs), indicators: indicatorSource(indicators.bucketName) });
    for (const [name, source] of sources) huntingTable(this, { region, database, name, source, keepDays });

    const workgroup = this.workgroup(props, results);
    const here = new Set(sources.map(([name]) => name));
    for (const { name, title, technique, asks, reading, falsePositives, sql, logs: reads } of huntingQueries(HUNTING_TABLES)) {
      if (!reads.every((table) => here.has(table))) continue; // what it asks does not exist in this organization
      const question = asks.length > 0 ? `Asks for ${asks.join(', ')}. ` : '';
      const description = `${technique}: ${title} ${question}${reading} False positives: ${falsePositives}`;
      new AthenaNamedQuery(this, `query-${name}`, { region, name, description, database, workgroup: workgroup.id, query: sql });
    }

    const role = new IamRole(this, 'role', {
      name: HUNTING_ROLE,
      path: SERVICE_ROLE_PATH,
      assumeRolePolicy: minify(huntingTrust(props.securityAccount, organizationId)),
    });
    // The locked copy of what cannot be locked: evidence, should the first one be doubted.
    const read = new Set([
      ...Object.values(logs.buckets),
      logs.accessLogs.bucket,
      logs.findings.bucket,
      lockedCopyName(organization, 'config', account),
      ...(edge ? [edge.bucket] : []),
      indicators.bucketName,
    ]);
    const elsewhere = edge && edgeKeyArn ? { region: edge.region, keyArn: edgeKeyArn } : undefined;
    const access = { account, region, sources: [...read], results, keyArn, findings: props.securityAccount, ...(elsewhere ? { elsewhere } : {}) };
    new IamRolePolicy(this, 'read', { name: 'hunt', role: role.name, policy: minify(huntingPolicy(access)) });
  }

  private workgroup({ logs: { home: region }, account, keyArn, settings }: HuntingProps, results: string): AthenaWorkgroup {
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
