import { bucketArn, identityCenterRolePattern } from '../../lib/arn';
import { FINDINGS_KEY_ALIAS, HUNTING_DATABASE, HUNTING_WORKGROUP } from '../../lib/naming';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { securityAccountTrust } from './trust';

/** The security team steps from its own account into the archive, to read; nobody works there otherwise. */
export const huntingTrust = (securityAccount: string, organizationId: string): PolicyDocument =>
  securityAccountTrust('AllowSecurityAdministrators', securityAccount, organizationId, {
    ArnLike: { 'aws:PrincipalArn': identityCenterRolePattern('SecurityAdmin', securityAccount) },
  });

export interface HuntingAccess {
  readonly account: string;
  readonly region: string;
  /** Buckets that queries read: those of the logs, and that of the indicators. */
  readonly sources: readonly string[];
  readonly results: string;
  /** Key of the logs and of the results. */
  readonly keyArn: string;
  /** Id of the account whose key GuardDuty's findings lie under. */
  readonly findings: string;
  /** Key of logs that lie in another region. */
  readonly elsewhere?: { readonly region: string; readonly keyArn: string };
}

/** Reads the archive through Athena and directly, writes results to their own bucket, deletes nothing, changes no table. */
export function huntingPolicy({ account, region, sources, results, keyArn, findings, elsewhere }: HuntingAccess): PolicyDocument {
  const athena = `arn:aws:athena:${region}:${account}`;
  const glue = `arn:aws:glue:${region}:${account}`;
  return policyDocument(
    {
      Sid: 'AllowQueries',
      Effect: 'Allow',
      Action: [
        'athena:BatchGet*',
        'athena:GetNamedQuery',
        'athena:GetQuery*',
        'athena:GetWorkGroup',
        'athena:ListNamedQueries',
        'athena:ListQueryExecutions',
        'athena:StartQueryExecution',
        'athena:StopQueryExecution',
      ],
      Resource: `${athena}:workgroup/${HUNTING_WORKGROUP}`,
    },
    { Sid: 'AllowListing', Effect: 'Allow', Action: ['athena:ListWorkGroups', 'athena:ListDataCatalogs', 's3:ListAllMyBuckets'], Resource: '*' },
    {
      Sid: 'AllowCatalog',
      Effect: 'Allow',
      Action: ['athena:GetDatabase', 'athena:GetDataCatalog', 'athena:GetTableMetadata', 'athena:ListDatabases', 'athena:ListTableMetadata'],
      Resource: `${athena}:datacatalog/AwsDataCatalog`,
    },
    {
      Sid: 'AllowTables',
      Effect: 'Allow',
      Action: ['glue:BatchGetPartition', 'glue:GetDatabase', 'glue:GetDatabases', 'glue:GetPartition', 'glue:GetPartitions', 'glue:GetTable', 'glue:GetTables'],
      // Athena asks for the database `default` in every query (user guide, "Fine-grained access to databases and tables").
      Resource: [`${glue}:catalog`, `${glue}:database/default`, `${glue}:database/${HUNTING_DATABASE}`, `${glue}:table/${HUNTING_DATABASE}/*`],
    },
    {
      Sid: 'AllowReadingLogs',
      Effect: 'Allow',
      Action: ['s3:GetBucketLocation', 's3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'],
      Resource: sources.flatMap((name) => [bucketArn(name), `${bucketArn(name)}/*`]),
    },
    {
      Sid: 'AllowResults',
      Effect: 'Allow',
      Action: [
        's3:AbortMultipartUpload',
        's3:GetBucketLocation',
        's3:GetObject',
        's3:ListBucket',
        's3:ListBucketMultipartUploads',
        's3:ListMultipartUploadParts',
        's3:PutObject',
      ],
      Resource: [bucketArn(results), `${bucketArn(results)}/*`],
    },
    {
      Sid: 'AllowKeyOfLogs',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: keyArn,
      Condition: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
    },
    {
      Sid: 'AllowKeyOfFindings',
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: `arn:aws:kms:${region}:${findings}:key/*`,
      Condition: {
        StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` },
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': FINDINGS_KEY_ALIAS },
      },
    },
    ...(elsewhere
      ? [
          {
            Sid: 'AllowKeyElsewhere',
            Effect: 'Allow',
            Action: 'kms:Decrypt',
            Resource: elsewhere.keyArn,
            Condition: { StringEquals: { 'kms:ViaService': `s3.${elsewhere.region}.amazonaws.com` } },
          } as const,
        ]
      : []),
  );
}
