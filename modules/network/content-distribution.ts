import { CloudfrontDistribution } from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { CloudfrontOriginAccessControl } from '@cdktf/provider-aws/lib/cloudfront-origin-access-control';
import { Construct } from 'constructs';
import { refuse } from '../../lib/mistakes';
import { workloadBucketName, workloadName } from '../../lib/naming';
import type { AccessLogBucket } from '../data/access-log-bucket';
import { EncryptedBucket } from '../data/encrypted-bucket';
import type { NamedRole } from '../data/named-roles';
import { type DataProps, refuseName, workloadTags } from '../data/workload';
import { DistributionKey } from './distribution-key';
import { DistributionLogs } from './distribution-logs';

export interface ContentDistributionProps extends DataProps {
  readonly domain: string;
  /** Certificate of AWS Certificate Manager in us-east-1. */
  readonly certificateArn: string;
  /** Web ACL of scope CLOUDFRONT, in us-east-1. */
  readonly webAclArn: string;
  /** Roles that put content; they work from outside the VPC as pipelines do. */
  readonly publishers: readonly NamedRole[];
  readonly accessLogs: AccessLogBucket;
}

/** AWS managed policies of CloudFront: CachingOptimized; SecurityHeadersPolicy (developer guide, read 2026-11). */
const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const SECURITY_HEADERS = '67f7725c-6f97-4210-82d7-5512b31e9d03';

/** Content for the world that leaves only through CloudFront: the bucket stays private, visitors pass the web ACL by TLS 1.2 or later. */
export class ContentDistribution extends Construct {
  readonly domainName: string;

  constructor(scope: Construct, id: string, props: ContentDistributionProps) {
    super(scope, id);
    const { workload, name, domain, publishers, accessLogs } = props;
    const { region, account, organization, environment } = workload;
    const physical = workloadName(environment, name);
    refuseName(this, props, physical, 64);
    refuse(this, [
      !/^\$\{|^arn:aws:acm:us-east-1:/.test(props.certificateArn) &&
        `certificateArn must be a certificate in us-east-1, got ${props.certificateArn}; CloudFront sees no other`,
      !/^\$\{|^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\//.test(props.webAclArn) &&
        `webAclArn must be a web ACL of scope CLOUDFRONT, got ${props.webAclArn}; one of scope REGIONAL protects load balancers only`,
    ]);
    const control = new CloudfrontOriginAccessControl(this, 'origin-access', {
      name: physical,
      description: 'Signs every request to the bucket',
      originAccessControlOriginType: 's3',
      signingBehavior: 'always',
      signingProtocol: 'sigv4',
    });
    const bucketName = workloadBucketName(organization.name, environment, name, account);
    const distribution = new CloudfrontDistribution(this, 'distribution', {
      enabled: true,
      comment: physical,
      aliases: [domain],
      webAclId: props.webAclArn,
      httpVersion: 'http2and3',
      isIpv6Enabled: true,
      priceClass: 'PriceClass_100',
      defaultRootObject: 'index.html',
      // By name: policy of bucket and key name the distribution, and a reference would close the circle.
      origin: [{ originId: 'bucket', domainName: `${bucketName}.s3.${region}.amazonaws.com`, originAccessControlId: control.id }],
      defaultCacheBehavior: {
        targetOriginId: 'bucket',
        viewerProtocolPolicy: 'redirect-to-https',
        allowedMethods: ['GET', 'HEAD', 'OPTIONS'],
        cachedMethods: ['GET', 'HEAD'],
        compress: true,
        cachePolicyId: CACHING_OPTIMIZED,
        responseHeadersPolicyId: SECURITY_HEADERS,
      },
      restrictions: { geoRestriction: { restrictionType: 'none' } },
      viewerCertificate: { acmCertificateArn: props.certificateArn, minimumProtocolVersion: 'TLSv1.2_2021', sslSupportMethod: 'sni-only' },
      tags: workloadTags(props),
    });
    const key = new DistributionKey(this, 'key', { ...props, distributionArn: distribution.arn });
    new EncryptedBucket(this, 'content', {
      ...props,
      readers: publishers,
      writers: publishers,
      remoteRoles: publishers,
      published: { distributionArn: distribution.arn, keyArn: key.arn },
    });
    new DistributionLogs(this, 'logs', { name: physical, distributionArn: distribution.arn, accessLogs, tags: workloadTags(props) });
    this.domainName = distribution.domainName;
  }
}
