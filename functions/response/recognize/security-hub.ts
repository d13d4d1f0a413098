import { type BusEvent, incident, needed } from '../event';
import type { Family, Incident, Target } from '../incident';

const PRODUCT = /^arn:aws:securityhub:[a-z0-9-]+::product\/aws\/securityhub$/;
/** Controls of Security Hub that a response puts right -> family and kind of resource. */
export const CONTROLS: Readonly<Record<string, Family>> = {
  'S3.1': 'public-access-block',
  'S3.2': 'public-bucket',
  'S3.3': 'public-bucket',
  'S3.8': 'public-bucket',
  'EC2.18': 'open-security-group',
  'EC2.19': 'open-security-group',
};

/** What stands open longer than its opening: found by the daily checks, in whatever account or region. */
export function fromSecurityHub({ detail }: BusEvent): Incident[] {
  // biome-ignore lint/suspicious/noExplicitAny: AWS Security Finding Format
  const findings: any[] = detail?.findings ?? [];
  return findings.flatMap((finding) => {
    const family = CONTROLS[finding.Compliance?.SecurityControlId ?? ''];
    // Anybody may import findings under a product of his own account: only Security Hub's own make us act.
    if (
      !family ||
      !PRODUCT.test(finding.ProductArn ?? '') ||
      finding.Compliance.Status !== 'FAILED' ||
      finding.RecordState !== 'ACTIVE' ||
      finding.Workflow?.Status !== 'NEW'
    )
      return [];
    const at = needed(finding.UpdatedAt, 'UpdatedAt');
    const event = `${needed(finding.Id, 'Id')} ${at.slice(0, 10)}`; // once a day, should it be opened again
    // biome-ignore lint/suspicious/noExplicitAny: AWS Security Finding Format
    return (finding.Resources ?? []).flatMap((resource: any) => {
      const target = targetOf(family, resource);
      return target
        ? [
            incident(event, {
              family,
              account: needed(finding.AwsAccountId, 'AwsAccountId'),
              region: needed(resource.Region ?? finding.Region, 'Resources.Region'),
              target,
              at,
              reason: `Security Hub ${finding.Compliance.SecurityControlId}`,
            }),
          ]
        : [];
    });
  });
}

function targetOf(family: Family, { Type, Id }: { Type?: string; Id?: string }): Target | undefined {
  if (family === 'public-access-block') return { kind: 'account' };
  if (family === 'public-bucket' && Type === 'AwsS3Bucket') return { kind: 'bucket', bucket: needed(Id, 'Resources.Id').replace(/^arn:aws:s3:::/, '') };
  if (family === 'open-security-group' && Type === 'AwsEc2SecurityGroup')
    return { kind: 'security-group', groupId: needed(Id, 'Resources.Id').replace(/^.*\//, '') };
  return undefined;
}
