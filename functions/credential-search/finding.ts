import { createHash } from 'node:crypto';
import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { Hit } from './find';
import { PERSONAL_DATA, type PersonalData } from './personal-data';
import type { Place, Where } from './place';

/** Tells our findings from those of others; the source comes after it. */
export const GENERATOR = 'platform-credential-search';

/** The same for the same thing in the same place, so that a second search finds it known. A secret that was replaced by another one is news. */
export const digestOf = ({ id, part }: Place, { kind, fingerprint = '' }: Hit): string =>
  createHash('sha256')
    .update(JSON.stringify([id, part, kind, fingerprint]))
    .digest('hex')
    .slice(0, 24);

export const findingId = ({ account, region }: Where, digest: string): string => `${region}/${account}/credential-search/${digest}`;

/** In the AWS Security Finding Format (Security Hub user guide); it says what and where, never the value. */
export function finding(place: Place, hit: Hit, source: string, where: Where, now: string): AwsSecurityFinding {
  const { account, region } = where;
  const digest = digestOf(place, hit);
  const personal = isPersonal(hit.kind);
  const line = hit.line > 1 ? `, line ${hit.line}` : '';
  return {
    SchemaVersion: '2018-10-08',
    Id: findingId(where, digest),
    ProductArn: `arn:aws:securityhub:${region}:${account}:product/${account}/default`,
    CompanyName: 'Platform',
    ProductName: 'Credential search',
    GeneratorId: `${GENERATOR}/${source}`,
    AwsAccountId: account,
    Types: [`Sensitive Data Identifications/${TYPES[hit.kind] ?? 'Security'}`],
    CreatedAt: now,
    UpdatedAt: now,
    Severity: { Label: hit.severity },
    Title: `${hit.words[0]?.toUpperCase()}${hit.words.slice(1)} in the ${place.part}`.slice(0, 256),
    Description: `The ${place.part}${line} of ${place.id} holds ${hit.words}. Everybody who may describe it can read it.`.slice(0, 1024),
    Remediation: {
      Recommendation: {
        Text: personal
          ? 'Take the data out, older versions included, and keep it in a store of its class: docs/credential-search.md'
          : 'Replace the secret first, then take it out, older versions included; read it from Secrets Manager at run time: docs/credential-search.md',
      },
    },
    ProductFields: {
      'Platform/Place': place.part.slice(0, 512),
      'Platform/Kind': hit.kind,
      ...(hit.fingerprint ? { 'Platform/Fingerprint': hit.fingerprint } : {}),
    },
    Resources: [{ Type: place.type, Id: place.id.slice(0, 512), Partition: 'aws', Region: region }],
    RecordState: 'ACTIVE',
    Workflow: { Status: 'NEW' },
  };
}

const isPersonal = (kind: string): boolean => PERSONAL_DATA.includes(kind as PersonalData);
const TYPES: Readonly<Record<string, string>> = {
  'payment-card': 'Financial',
  iban: 'Financial',
  'us-social-security-number': 'PII',
  literal: 'Passwords',
  'url-password': 'Passwords',
};
