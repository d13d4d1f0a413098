import type { Construct } from 'constructs';
import { logRetentionDays } from '../config/aws-limits';
import { GLOBAL_REGION } from '../config/aws-regions';
import { accountNamed, type Blueprint, type Environment } from '../config/blueprint';
import { BlueprintStack } from '../lib/blueprint-stack';
import { edgeLogBucketName, type LogSource, logBucketName } from '../lib/naming';
import { Baselines } from '../modules/account/baselines';
import { DeveloperBoundary } from '../modules/account/developer-boundary';
import { DataKeys } from '../modules/data/data-keys';
import { Examples } from '../modules/data/examples/examples';
import { LogMasking } from '../modules/data/log-masking';
import type { Workload } from '../modules/data/workload';
import { copyingAccounts, workloadBackups } from '../modules/data/workload-backups';
import { CredentialSearch } from '../modules/detection/credential-search';
import { Decoys } from '../modules/detection/decoys';
import { DnsFirewall } from '../modules/network/dns-firewall';
import { EncryptionControl } from '../modules/network/encryption-control';
import { PublicAccessBlock } from '../modules/network/public-access-block';
import { ResolverQueryLogs } from '../modules/network/resolver-query-logs';
import { ShieldAdvanced } from '../modules/network/shield-advanced';
import { WebAcl } from '../modules/network/web-acl';
import { networkTags, WorkloadNetwork } from '../modules/network/workload-network';

/** One workload environment: keys of each data class, a network with inspection, protection of its edge, baselines. */
export class WorkloadStack extends BlueprintStack {
  constructor(scope: Construct, environment: Environment, blueprint: Blueprint) {
    const { account } = environment;
    super(scope, environment.name, { blueprint, account });
    const { organization, regions, dataClasses, guardrails } = blueprint;
    const archive = accountNamed(blueprint, 'log-archive').id;
    const logBucket = (source: LogSource) => logBucketName(organization.name, source, archive);
    const { deployRoles } = guardrails;
    const keys = new DataKeys(this, 'key', { account: account.id, home: regions.home, dataClasses, deployRoles, copies: copyingAccounts(blueprint) });
    workloadBackups(this, blueprint, environment, keys.arns.customer);
    if (blueprint.dataProtection.masking === 'on')
      new LogMasking(this, 'log-masking', {
        regions: regions.enabled,
        identifiers: blueprint.dataProtection.identifiers,
        findings: {
          account: account.id,
          region: regions.home,
          keyArn: keys.arns.logs,
          retentionDays: logRetentionDays(dataClasses.operational.retentionDays),
        },
      });
    const { accessLogCopies } = new Baselines(this, 'baseline', { blueprint, account, ebsKeyArns: keys.regional.application });
    const boundary = new DeveloperBoundary(this, 'developer-boundary', { enabledRegions: regions.enabled, applicationPaths: guardrails.applicationPaths });
    const network = new WorkloadNetwork(this, 'network', {
      environment,
      region: regions.home,
      organizationId: organization.id,
      logBucket: logBucket('network'),
      keyArn: keys.arns.infrastructure,
    });
    const { dnsFirewall, encryptionControl } = environment.network;
    const part = { region: regions.home, vpc: network.vpc, environment, tags: (name: string) => networkTags(environment.name, name) };
    new ResolverQueryLogs(this, 'resolver-query-logs', { ...part, logBucket: logBucket('resolver') });
    if (dnsFirewall !== 'off')
      new DnsFirewall(this, 'dns-firewall', { ...part, mode: dnsFirewall, managedDomainLists: blueprint.dnsFirewall.managedDomainLists });
    new PublicAccessBlock(this, 'public-access-block', { ...part, home: regions.home, regions: regions.enabled, zones: network.zones });
    if (encryptionControl !== 'off') new EncryptionControl(this, 'encryption-control', { ...part, mode: encryptionControl });
    const webAcl = environment.waf.regional ? new WebAcl(this, 'web-acl', { environment, region: regions.home, logBucket: logBucket('waf') }) : undefined;
    const edge = { environment, region: GLOBAL_REGION, scope: 'CLOUDFRONT' } as const;
    const edgeLogs = regions.home === GLOBAL_REGION ? logBucket('waf') : edgeLogBucketName(organization.name, archive);
    const edgeAcl = environment.waf.cloudFront === 'on' ? new WebAcl(this, 'web-acl-cloudfront', { ...edge, logBucket: edgeLogs }) : undefined;
    if (environment.shieldAdvanced.enabled && webAcl)
      new ShieldAdvanced(this, 'shield', {
        account: account.id,
        region: regions.home,
        shield: environment.shieldAdvanced,
        webAclArn: webAcl.arn,
        allocationIds: network.nat.allocationIds,
        contact: organization.contacts.security,
      });
    new CredentialSearch(this, 'credential-search', { blueprint, account: account.id, logKeyArn: keys.arns.logs });
    new Decoys(this, 'decoys', { blueprint, account, workload: { vpc: network.vpc, keyArns: keys.arns } });
    if (environment.examples && webAcl && edgeAcl) {
      const workload: Workload = {
        organization,
        environment: environment.name,
        account: account.id,
        region: regions.home,
        dataClasses,
        keyArns: keys.arns,
        vpc: network.forWorkloads,
        webAclArn: webAcl.arn,
        edgeWebAclArn: edgeAcl.arn,
        boundaryArn: boundary.arn,
        ...(accessLogCopies ? { accessLogCopies } : {}),
      };
      new Examples(this, 'examples', { workload, ...environment.examples });
    }
  }
}
