import { type AwsSecurityFinding, BatchImportFindingsCommand, GetFindingsCommand, type SecurityHubClient } from '@aws-sdk/client-securityhub';
import { GENERATOR } from './finding';
import type { Where } from './place';

/** Findings that one call takes (Security Hub API, BatchImportFindings). */
const BATCH = 100;

/** Our open findings of one source, by id. */
export async function openFindings(securityhub: SecurityHubClient, source: string, { account }: Where): Promise<Map<string, AwsSecurityFinding>> {
  const open = new Map<string, AwsSecurityFinding>();
  const generator = `${GENERATOR}/${source}`;
  let NextToken: string | undefined;
  do {
    const page = await securityhub.send(
      new GetFindingsCommand({
        Filters: {
          GeneratorId: [{ Comparison: 'EQUALS', Value: generator }],
          RecordState: [{ Comparison: 'EQUALS', Value: 'ACTIVE' }],
          AwsAccountId: [{ Comparison: 'EQUALS', Value: account }],
        },
        MaxResults: 100,
        NextToken,
      }),
    );
    for (const found of page.Findings ?? [])
      if (found.Id && found.GeneratorId === generator && found.RecordState === 'ACTIVE' && found.AwsAccountId === account) open.set(found.Id, found);
    NextToken = page.NextToken;
  } while (NextToken);
  return open;
}

/** @throws Error when Security Hub takes one of them not: what was found must not stay unheard */
export async function importFindings(securityhub: SecurityHubClient, findings: readonly AwsSecurityFinding[]): Promise<void> {
  for (let start = 0; start < findings.length; start += BATCH) {
    const { FailedCount, FailedFindings } = await securityhub.send(new BatchImportFindingsCommand({ Findings: findings.slice(start, start + BATCH) }));
    if (FailedCount) throw new Error(`Security Hub: did not take ${FailedCount} findings, the first because of ${FailedFindings?.[0]?.ErrorCode}`);
  }
}

/** What is gone is resolved. Who set the workflow to SUPPRESSED keeps that: it is not ours to change. */
export async function archive(securityhub: SecurityHubClient, findings: readonly AwsSecurityFinding[], now: string): Promise<void> {
  // Only the fields that an import may have: Security Hub adds others of its own.
  const archived = findings.map(
    ({ SchemaVersion, Id, ProductArn, CompanyName, ProductName, GeneratorId, AwsAccountId, Types, CreatedAt, Severity, Title, Description, Resources }) => ({
      SchemaVersion,
      Id,
      ProductArn,
      ...(CompanyName ? { CompanyName } : {}),
      ...(ProductName ? { ProductName } : {}),
      GeneratorId,
      AwsAccountId,
      Types,
      CreatedAt,
      UpdatedAt: now,
      Severity: { Label: Severity?.Label },
      Title,
      Description,
      Resources,
      RecordState: 'ARCHIVED' as const,
    }),
  );
  await importFindings(securityhub, archived as AwsSecurityFinding[]);
}
