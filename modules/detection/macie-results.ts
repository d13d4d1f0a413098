import { Macie2ClassificationExportConfiguration } from '@cdktf/provider-aws/lib/macie2-classification-export-configuration';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { OPT_IN_REGIONS } from '../../config/aws-regions';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataTags } from '../../lib/data-tags';
import { dataKeyAlias, macieResultsBucketName } from '../../lib/naming';
import { accessLogsOf, everyObject, privateBucket } from '../../lib/private-bucket';
import { macieResultsPolicy } from '../../policies/bucket/macie-results';
import { macieResultsKeyPolicy } from '../../policies/key/macie-results';
import { minify } from '../../policies/policy-document';

export interface MacieResultsProps {
  readonly organization: { readonly name: string; readonly id: string };
  /** Id of the security account. */
  readonly account: string;
  readonly home: string;
  readonly enabledRegions: readonly string[];
}

/** As long as the logs of the archive. */
const DAYS = { cold: 90, gone: 400 };

/**
 * Macie forgets after 90 days which objects it read and what it found where (Macie user guide). Here it is kept: the answer to "since when, and
 * whose?". One bucket for all regions, with the key beside it. No Object Lock: Macie does not write where a default retention stands.
 */
export class MacieResults extends Construct {
  private readonly bucketName: string;
  private readonly keyArn: string;
  private readonly policy: S3BucketPolicy;

  constructor(scope: Construct, id: string, { organization, account, home, enabledRegions }: MacieResultsProps) {
    super(scope, id);
    // In opt-in regions Macie has a principal of its own.
    const principals = [
      'macie.amazonaws.com',
      ...enabledRegions.filter((region) => OPT_IN_REGIONS.includes(region)).map((region) => `macie.${region}.amazonaws.com`),
    ];
    const tags = dataTags('operational');
    this.bucketName = macieResultsBucketName(organization.name, account);
    this.keyArn = customerManagedKey(this, {
      region: home,
      description: 'Where Macie found personal data',
      tags,
      aliasName: dataKeyAlias('macie-results'),
      policy: macieResultsKeyPolicy({ account, region: home, principals }),
    }).arn;
    const { at, publicAccessBlock } = privateBucket(this, {
      region: home,
      bucketName: this.bucketName,
      tags,
      keyArn: this.keyArn,
      accessLogs: accessLogsOf(organization.name, home, account),
    });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      ...at,
      rule: [
        everyObject('age', {
          transition: [{ days: DAYS.cold, storageClass: 'GLACIER_IR' }],
          expiration: [{ days: DAYS.gone }],
          noncurrentVersionExpiration: [{ noncurrentDays: 30 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        }),
      ],
    });
    this.policy = new S3BucketPolicy(this, 'policy', {
      ...at,
      policy: minify(macieResultsPolicy({ bucket: this.bucketName, account, organizationId: organization.id, keyArn: this.keyArn, principals })),
      dependsOn: [publicAccessBlock],
    });
  }

  /** Results of one region; Macie checks bucket and key when it is told. */
  from(region: string, enabled: ITerraformDependable): void {
    new Macie2ClassificationExportConfiguration(this, `export-${region}`, {
      region,
      s3Destination: { bucketName: this.bucketName, keyPrefix: `${region}/`, kmsKeyArn: this.keyArn },
      dependsOn: [enabled, this.policy],
    });
  }
}
