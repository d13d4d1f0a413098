import { type BusEvent, incident, needed } from '../event';
import type { Family, Incident, Target } from '../incident';
import { actorsOf, instancesOf } from './attack-sequence';

// biome-ignore lint/suspicious/noExplicitAny: as GuardDuty wrote it
type Json = any;

/**
 * Finding types (GuardDuty user guide, "Finding types") -> family; docs/response-guardduty.md lists them all. An instance that is attacked is
 * not one that is taken over: where a type is used for both, only the role ACTOR counts.
 */
const FAMILY_OF: readonly (readonly [type: RegExp, family: Family, onlyActor?: true])[] = [
  [/^(Execution:(EC2|Container|ECS|Kubernetes)|Object:S3)\/MaliciousFile/, 'malware'],
  [/^(Backdoor|CryptoCurrency|Trojan):(EC2|Runtime)\//, 'compromised-instance'],
  [/^(Execution:Runtime\/(MaliciousFileExecuted|ReverseShell)|Impact:Runtime\/CryptoMinerExecuted|UnauthorizedAccess:Runtime\/)/, 'compromised-instance'],
  [/^(UnauthorizedAccess|Impact|Recon):EC2\//, 'compromised-instance', true],
  [/^AttackSequence:(EC2|ECS|EKS)\//, 'compromised-instance'],
  [/^AttackSequence:(IAM|S3)\//, 'exposed-key'],
  [/^((UnauthorizedAccess|PenTest):IAMUser\/|CredentialAccess:IAMUser\/CompromisedCredentials)/, 'exposed-key'],
  [/^\w+:IAMUser\/AnomalousBehavior/, 'anomalous-identity'],
  [/^Policy:S3\/(BucketAnonymousAccessGranted|BucketPublicAccessGranted|BucketBlockPublicAccessDisabled)/, 'public-bucket'],
  [/^Policy:S3\/AccountBlockPublicAccessDisabled/, 'public-access-block'],
];

/** The family that answers a type of finding; undefined where people do, who hear of it by Security Hub. */
export const familyOf = (type: string): Family | undefined => FAMILY_OF.find(([pattern]) => pattern.test(type))?.[1];

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
  const account = needed(detail.accountId, 'detail.accountId');
  const region = needed(detail.region, 'detail.region');
  return targets(type, family, detail).map((target) => incident(event, { family, account, region, target, at, reason: type }));
}

/** From CreateSampleFindings, to test alerts: about things of others, such as a bucket of that name somewhere. Parsed: what an intruder sent may be quoted in it. */
function isSample(info: unknown): boolean {
  try {
    return JSON.parse(`${info}`).sample === true;
  } catch {
    return false; // another text, or none
  }
}

function targets(type: string, family: Family, { resource, service }: Json): Target[] {
  if (type.startsWith('AttackSequence:')) return sequence(type, service?.detection?.sequence);
  if (family === 'public-access-block') return [{ kind: 'account' }];
  if (family === 'exposed-key' || family === 'anomalous-identity') return [identity(resource?.accessKeyDetails)];
  const buckets: Json[] = resource?.s3BucketDetails ?? [];
  if (buckets.length > 0 && family !== 'compromised-instance') {
    return buckets.flatMap(({ name, s3ObjectDetails }): Target[] => {
      const bucket = needed(name, 'detail.resource.s3BucketDetails.name');
      if (family === 'public-bucket') return [{ kind: 'bucket', bucket }];
      return (s3ObjectDetails ?? []).map(({ key, versionId }: Json) => ({
        kind: 'object',
        bucket,
        key: needed(key, 'detail.resource.s3BucketDetails.s3ObjectDetails.key'),
        ...(versionId ? { versionId } : {}),
      }));
    });
  }
  const instanceId = resource?.instanceDetails?.instanceId;
  if (typeof instanceId === 'string' && instanceId !== '') return [{ kind: 'instance', instanceId }];
  // A task without a host of ours, a snapshot, an image; an instance that is gone already has no details either (user guide, "EC2 finding types").
  return [
    {
      kind: 'nothing',
      what: `GuardDuty names no instance that could be cut off (${resource?.resourceType ?? 'no resource'}): stop the task, or look at the finding`,
    },
  ];
}

/** Of instances the instances, of credentials whoever used them; a cluster is stopped pod by pod, and by people. */
function sequence(type: string, of: Json): Target[] {
  const found = /:(IAM|S3)\//.test(type) ? actorsOf(of).map(identity) : /:EC2\//.test(type) ? instancesOf(of) : [];
  return found.length > 0 ? found : [{ kind: 'nothing', what: `${type}: look at the sequence in GuardDuty, and cut off what takes part in it` }];
}

function identity(key: Json): Target {
  const type = needed(key?.userType, 'detail.resource.accessKeyDetails.userType');
  if (type === 'IAMUser') return { kind: 'access-key', accessKeyId: needed(key.accessKeyId, 'detail.resource.accessKeyDetails.accessKeyId') };
  if (type === 'AssumedRole' || type === 'Role') return { kind: 'role', roleName: needed(key.userName, 'detail.resource.accessKeyDetails.userName') };
  return { kind: 'nothing', what: `credentials of kind ${type} (${key.userName ?? 'no name'})` };
}
