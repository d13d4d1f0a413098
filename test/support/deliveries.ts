import type { Synthesis } from '../../tools/synthesis/synthesize';
import { type FoundResource, resources } from './synth';

/** Where a service of an account delivers an object of a kind of logs. */
export interface Delivery {
  /** Kind of logs, as the table is called that should read them. */
  readonly source: string;
  readonly location: string;
}

const DAY = '2026/11/25';
const SLASH = (prefix: string | undefined) => (prefix ? `${prefix.replace(/\/$/, '')}/` : '');

/** Paths as the services build them from what their resources say (CloudTrail, VPC, Route 53, AWS WAF and Network Firewall guides). */
export function everyDelivery(synthesis: Synthesis, organizationId: string): Delivery[] {
  const accountOf = ({ stack }: FoundResource): string => synthesis.documents.get(stack).provider.aws[0].allowed_account_ids[0];
  const accounts = [...new Set([...synthesis.documents.values()].map((document): string => document.provider.aws[0].allowed_account_ids[0]))];
  const of = (type: string) => resources(synthesis, type);
  const trails = of('aws_cloudtrail').flatMap(({ attributes: { s3_bucket_name: bucket, s3_key_prefix: prefix, is_organization_trail: organization } }) =>
    accounts.flatMap((account) =>
      ['eu-west-1', 'us-east-1', 'ap-northeast-3'].map((region) => ({
        source: 'cloudtrail',
        location: `s3://${bucket}/${SLASH(prefix)}AWSLogs/${organization ? `${organizationId}/` : ''}${account}/CloudTrail/${region}/${DAY}/x.json.gz`,
      })),
    ),
  );
  const flows = of('aws_flow_log').map((resource) => {
    const { log_destination: destination, region, destination_options: options } = resource.attributes;
    const [, bucket, prefix] = /^arn:aws:s3:::([^/]+)\/?(.*)$/.exec(destination) ?? [];
    const account = accountOf(resource);
    const path = options.hive_compatible_partitions
      ? `AWSLogs/aws-account-id=${account}/aws-service=vpcflowlogs/aws-region=${region}/year=2026/month=11/day=25`
      : `AWSLogs/${account}/vpcflowlogs/${region}/${DAY}`;
    return { source: 'flow_logs', location: `s3://${bucket}/${SLASH(prefix)}${path}/${options.per_hour_partition ? '12/' : ''}x.log.parquet` };
  });
  const resolvers = of('aws_route53_resolver_query_log_config').map((resource) => {
    const [, bucket, prefix] = /^arn:aws:s3:::([^/]+)\/?(.*)$/.exec(resource.attributes.destination_arn) ?? [];
    return {
      source: 'resolver_queries',
      location: `s3://${bucket}/${SLASH(prefix)}AWSLogs/${accountOf(resource)}/vpcdnsquerylogs/vpc-0a1b2c3d/${DAY}/x.log.gz`,
    };
  });
  const webAcls = of('aws_wafv2_web_acl_logging_configuration').flatMap((resource) => {
    const name = /^\$\{aws_wafv2_web_acl\.([^.]+)\./.exec(resource.attributes.resource_arn)?.[1];
    const acl = of('aws_wafv2_web_acl').find((one) => one.stack === resource.stack && one.name === name)?.attributes;
    const edge = acl.scope === 'CLOUDFRONT';
    return resource.attributes.log_destination_configs.map((arn: string) => ({
      source: edge ? 'waf_edge' : 'waf',
      location: `s3://${arn.replace('arn:aws:s3:::', '')}/AWSLogs/${accountOf(resource)}/WAFLogs/${edge ? 'cloudfront' : acl.region}/${acl.name}/${DAY}/12/00/x.log.gz`,
    }));
  });
  const firewalls = of('aws_networkfirewall_logging_configuration').flatMap((resource) => {
    const firewall = of('aws_networkfirewall_firewall').find(({ stack }) => stack === resource.stack)?.attributes;
    return resource.attributes.logging_configuration.log_destination_config.map(
      ({ log_type: type, log_destination: { bucketName, prefix } }: { log_type: string; log_destination: { bucketName: string; prefix: string } }) => ({
        source: { ALERT: 'firewall_alerts', FLOW: 'firewall_flows', TLS: 'firewall_tls' }[type] ?? type,
        location: `s3://${bucketName}/${SLASH(prefix)}AWSLogs/${accountOf(resource)}/network-firewall/${type.toLowerCase()}/${firewall.region}/${firewall.name}/${DAY}/12/x.log.gz`,
      }),
    );
  });
  // Its days have no zeros (aws-samples, "Query Config Snapshots with Athena").
  const recorders = of('aws_config_delivery_channel').flatMap((resource) => {
    const { s3_bucket_name: bucket, s3_key_prefix: prefix, region } = resource.attributes;
    const folder = `s3://${bucket}/${SLASH(prefix)}AWSLogs/${accountOf(resource)}/Config/${region}/2026/11/5`;
    return ['ConfigHistory', 'ConfigSnapshot'].map((kind) => ({ source: 'config_items', location: `${folder}/${kind}/x.json.gz` }));
  });
  // What S3 logs of a bucket is copied under the same name into the archive.
  const named = ({ stack }: FoundResource, text: string): string => {
    const reference = /^\$\{aws_s3_bucket\.([^.]+)\./.exec(text)?.[1];
    return reference ? of('aws_s3_bucket').find((one) => one.stack === stack && one.name === reference)?.attributes.bucket : text;
  };
  const requests = of('aws_s3_bucket_replication_configuration').flatMap((copy) =>
    of('aws_s3_bucket_logging')
      .filter((one) => accountOf(one) === accountOf(copy) && named(one, one.attributes.target_bucket) === named(copy, copy.attributes.bucket))
      .map((one) => {
        const { target_prefix: prefix, region } = one.attributes;
        const [{ destination }] = copy.attributes.rule;
        const to = (Array.isArray(destination) ? destination[0] : destination).bucket.replace('arn:aws:s3:::', '');
        return { source: 'bucket_requests', location: `s3://${to}/${prefix}${accountOf(one)}/${region}/${named(one, one.attributes.bucket)}/${DAY}/x` };
      }),
  );
  // Access logs of load balancers and distributions are copied, too: the account is in their paths.
  const copyOf = (resource: FoundResource, bucket: string): string[] =>
    of('aws_s3_bucket_replication_configuration').flatMap((copy) => {
      const [{ destination }] = copy.attributes.rule;
      const to = (Array.isArray(destination) ? destination[0] : destination).bucket.replace('arn:aws:s3:::', '');
      return accountOf(copy) === accountOf(resource) && named(copy, copy.attributes.bucket) === bucket ? [to] : [];
    });
  const balancers = of('aws_lb').flatMap((resource) =>
    (['access', 'connection'] as const).flatMap((kind) =>
      copyOf(resource, resource.attributes[`${kind}_logs`].bucket).map((to) => ({
        source: kind === 'access' ? 'load_balancer_requests' : 'load_balancer_connections',
        location: `s3://${to}/${SLASH(resource.attributes[`${kind}_logs`].prefix)}AWSLogs/${accountOf(resource)}/elasticloadbalancing/${resource.attributes.region}/${DAY}/x.log.gz`,
      })),
    ),
  );
  const distributions = of('aws_cloudwatch_log_delivery').flatMap((resource) => {
    const destination = /aws_cloudwatch_log_delivery_destination\.([^.]+)\./.exec(resource.attributes.delivery_destination_arn)?.[1];
    const to = of('aws_cloudwatch_log_delivery_destination').find((one) => one.stack === resource.stack && one.name === destination)?.attributes;
    const bucket = [to.delivery_destination_configuration].flat()[0].destination_resource_arn.replace('arn:aws:s3:::', '');
    const [{ suffix_path: suffix, enable_hive_compatible_path: hive }] = [resource.attributes.s3_delivery_configuration].flat();
    const path = suffix.replace('{yyyy}', '2026').replace('{MM}', '11').replace('{dd}', '25');
    const prefix = hive ? 'aws-account-id=' : '';
    return copyOf(resource, bucket).map((copy) => ({
      source: 'distribution_requests',
      location: `s3://${copy}/AWSLogs/${prefix}${accountOf(resource)}/CloudFront/${path}/x.parquet`,
    }));
  });
  // One bucket for the findings of all accounts.
  const findings = of('aws_guardduty_publishing_destination').flatMap(({ attributes: { destination_arn: arn, region } }) =>
    accounts.map((account) => ({
      source: 'guardduty_findings',
      location: `s3://${arn.replace('arn:aws:s3:::', '')}/AWSLogs/${account}/GuardDuty/${region}/${DAY}/x.jsonl.gz`,
    })),
  );
  return [...balancers, ...distributions, ...findings, ...trails, ...recorders, ...flows, ...resolvers, ...webAcls, ...firewalls, ...requests];
}
