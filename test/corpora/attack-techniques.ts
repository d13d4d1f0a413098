import { type CloudTrailRecord, type Identity, iamUser, roleSession, rootUser } from '../support/cloudtrail';
import { ATTACKS } from './attacks';
import { recordOf } from './call-records';
import type { Attack } from './corpus';
import type { Ids, Technique } from './technique';

/** Every row of the corpus of attacks, as if its guardrail were missing: what would tell then? */
export const attackTechniques = (ids: Ids): Technique[] =>
  ATTACKS.map((attack) => {
    const { what, tactic, source, stoppedBy, in: account, as, calls } = placed(attack, ids);
    const id = ids[account] ?? '777777777777';
    const records = calls.flatMap((call): CloudTrailRecord[] => [recordOf(call, id, caller(as, id)) ?? []].flat());
    return { what: as === 'admin' && account === 'prod' ? what : `as ${named(as)} in ${account}, ${what}`, tactic, source, deniedBy: stoppedBy, records };
  });

/** What an attempt that the guardrails stop leaves behind. */
export const attempts = (ids: Ids) =>
  ATTACKS.map((attack) => {
    const { in: account, as, calls } = placed(attack, ids);
    const id = ids[account] ?? '777777777777';
    return { attack, records: calls.flatMap((call): CloudTrailRecord[] => [recordOf(call, id, caller(as, id), 'AccessDenied') ?? []].flat()) };
  });

const named = (as: string): string => as.replace(/^arn:aws:iam::\d{12}:/, '');

function placed(attack: Attack, ids: Ids): Attack {
  const text = Object.entries({ here: ids[attack.in] ?? '777777777777', ...ids }).reduce(
    (all, [name, id]) => all.replaceAll(`{${name}}`, id),
    JSON.stringify(attack),
  );
  return JSON.parse(text.replaceAll('{organization}', 'o-a1b2c3d4e5'));
}

function caller(as: string, account: string): Identity {
  if (as === 'root') return rootUser(account);
  if (as === 'admin') return roleSession(account, '/Admin');
  const { id = account, kind, name } = /^arn:aws:iam::(?<id>\d{12}):(?<kind>role|user)(?<name>\/.+)$/.exec(as)?.groups ?? {};
  if (kind === 'user') return iamUser(id, (name as string).slice(1));
  if (kind === 'role') return roleSession(id, name as string);
  if (as.startsWith('/')) return roleSession(account, as);
  if (as.startsWith('arn:')) return { userIdentity: { type: 'WebIdentityUser', principalId: as, userName: 'token' }, sourceIPAddress: '198.51.100.7' };
  if (as.endsWith('.amazonaws.com')) return { userIdentity: { type: 'AWSService', invokedBy: as }, sourceIPAddress: as };
  return roleSession(account, `/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_${as}_0123456789abcdef`);
}
