import type { Target } from '../incident';

// biome-ignore lint/suspicious/noExplicitAny: as GuardDuty wrote it
type Json = any;

/** What accessKeyDetails of other findings say of credentials. */
interface Credentials {
  readonly userType?: string;
  readonly userName?: string;
  readonly accessKeyId?: string;
}

/**
 * Whose credentials an attack sequence was carried out with (GuardDuty API reference, Sequence, Actor and User; in events of EventBridge the
 * names begin in lower case). One for each name: an actor stands there once for each of its sessions.
 */
export function actorsOf(sequence: Json): Credentials[] {
  const users: Json[] = (sequence?.actors ?? []).flatMap(({ user }: Json) => (user?.type ? [user] : []));
  const found = users.map(({ type, name, credentialUid }): Credentials => ({ userType: type, userName: name, accessKeyId: credentialUid }));
  return [...new Map(found.map((one) => [`${one.userType} ${one.userType === 'IAMUser' ? one.accessKeyId : one.userName}`, one])).values()];
}

/** Instances that take part (ResourceV2): their uid is an ARN, or the id itself. */
export const instancesOf = (sequence: Json): Target[] => [
  ...new Map<string, Target>(
    (sequence?.resources ?? []).flatMap(({ resourceType, uid }: Json) => {
      const instanceId = /(?:^|\/)(i-[0-9a-f]+)$/.exec(resourceType === 'EC2_INSTANCE' ? `${uid}` : '')?.[1];
      return instanceId ? [[instanceId, { kind: 'instance', instanceId }] as const] : [];
    }),
  ).values(),
];
