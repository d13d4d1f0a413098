import { type BusEvent, incident, needed } from '../event';
import type { Incident } from '../incident';

/** AWS found an access key of ours in public: each affected entity is a key, or the user whose key it is. */
export function fromHealth(event: BusEvent): Incident[] {
  if (!needed(event.detail?.eventTypeCode, 'detail.eventTypeCode').startsWith('AWS_RISK_CREDENTIALS_EXPOS')) return [];
  const entities: { entityValue?: string }[] = event.detail.affectedEntities ?? [];
  const reason = event.detail.eventTypeCode;
  const arn = needed(event.detail.eventArn, 'detail.eventArn');
  const of = (target: Incident['target']): Incident =>
    incident(arn, {
      family: 'exposed-key',
      account: needed(event.detail.affectedAccount ?? event.account, 'account'),
      region: event.region,
      target,
      at: event.time,
      reason,
    });
  if (entities.length === 0) return [of({ kind: 'nothing', what: 'AWS names no key: read the event in the account' })];
  return entities.map(({ entityValue }) => {
    const accessKeyId = needed(entityValue, 'detail.affectedEntities.entityValue');
    return of(
      /^A[KS]IA[A-Z0-9]{12,}$/.test(accessKeyId)
        ? { kind: 'access-key', accessKeyId }
        : { kind: 'nothing', what: `AWS names ${accessKeyId}, which is no access key` },
    );
  });
}
