import { type BusEvent, incident, needed } from '../event';
import type { Family, Incident, Target } from '../incident';

/**
 * Finding types (GuardDuty user guide, "Finding types") -> family. An instance that is attacked is not one that is taken over:
 * where a type is used for both, only the role ACTOR counts.
 */
const FAMILY_OF: readonly (readonly [type: RegExp, family: Family, onlyActor?: true])[] = [
  [/^(Execution:EC2|Object:S3)\/MaliciousFile/, 'malware'],
  [/^(Backdoor|CryptoCurrency|Trojan):(EC2|Runtime)\//, 'compromised-instance'],
  [/^(UnauthorizedAccess|Impact|Recon):EC2\//, 'compromised-instance', true],
  [/^(UnauthorizedAccess|PenTest):IAMUser\//, 'exposed-key'],
  [/^\w+:IAMUser\/AnomalousBehavior/, 'anomalous-identity'],
  [/^Policy:S3\/(BucketAnonymousAccessGranted|BucketPublicAccessGranted|BucketBlockPublicAccessDisabled)/, 'public-bucket'],
  [/^Policy:S3\/AccountBlockPublicAccessDisabled/, 'public-access-block'],
];

/** @throws UnreadableEvent */
export function fromGuardDuty({ detail }: BusEvent): Incident[] {
  const type = needed(detail?.type, 'detail.type');
  const found = FAMILY_OF.find(([pattern]) => pattern.test(type));
  if (!found || detail.service?.archived === true || isSample(detail.service?.additionalInfo?.value)) return [];
  const [, family, onlyActor] = found;
  if (onlyActor && detail.service?.resourceRole !== 'ACTOR') return [];
  const at = needed(detail.updatedAt, 'detail.updatedAt');
  // A finding that goes on is updated: once an hour it is a new incident, so that new sessions of the same intruder end, too.
  const event = `${needed(detail.id, 'detail.id')} ${at.slice(0, 13)}`;
  return targets(family, detail.resource).map((target) =>
    incident(event, {
      family,
      account: needed(detail.accountId, 'detail.accountId'),
      region: needed(detail.region, 'detail.region'),
      target,
      at,
      reason: type,
    }),
  );
}

/** From CreateSampleFindings, to test alerts: about things of others, such as a bucket of that name somewhere. Parsed: what an intruder sent may be quoted in it. */
function isSample(info: unknown): boolean {
  try {
    return JSON.parse(`${info}`).sample === true;
  } catch {
    return false; // another text, or none
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as GuardDuty wrote it
function targets(family: Family, resource: any): Target[] {
  if (family === 'public-access-block') return [{ kind: 'account' }];
  if (family === 'exposed-key' || family === 'anomalous-identity') return [identity(resource?.accessKeyDetails)];
  // biome-ignore lint/suspicious/noExplicitAny: as GuardDuty wrote it
  const buckets: any[] = resource?.s3BucketDetails ?? [];
  if (buckets.length > 0 && family !== 'compromised-instance') {
    return buckets.flatMap(({ name, s3ObjectDetails }): Target[] => {
      const bucket = needed(name, 'detail.resource.s3BucketDetails.name');
      if (family === 'public-bucket') return [{ kind: 'bucket', bucket }];
      // biome-ignore lint/suspicious/noExplicitAny: as GuardDuty wrote it
      return (s3ObjectDetails ?? []).map(({ key, versionId }: any) => ({
        kind: 'object',
        bucket,
        key: needed(key, 'detail.resource.s3BucketDetails.s3ObjectDetails.key'),
        ...(versionId ? { versionId } : {}),
      }));
    });
  }
  return [{ kind: 'instance', instanceId: needed(resource?.instanceDetails?.instanceId, 'detail.resource.instanceDetails.instanceId') }];
}

// biome-ignore lint/suspicious/noExplicitAny: as GuardDuty wrote it
function identity(key: any): Target {
  const type = needed(key?.userType, 'detail.resource.accessKeyDetails.userType');
  if (type === 'IAMUser') return { kind: 'access-key', accessKeyId: needed(key.accessKeyId, 'detail.resource.accessKeyDetails.accessKeyId') };
  if (type === 'AssumedRole' || type === 'Role') return { kind: 'role', roleName: needed(key.userName, 'detail.resource.accessKeyDetails.userName') };
  return { kind: 'nothing', what: `credentials of kind ${type} (${key.userName ?? 'no name'})` };
}
