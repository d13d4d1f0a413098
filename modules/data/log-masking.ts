import { CloudwatchLogAccountPolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-account-policy';
import { Construct } from 'constructs';
import { MASKING_FINDINGS } from '../../lib/naming';
import { type DataIdentifier, maskingPolicy } from '../../policies/logs/masking';
import { MaskingFindings, type MaskingFindingsProps } from './masking-findings';

export interface LogMaskingProps {
  readonly regions: readonly string[];
  readonly identifiers: readonly DataIdentifier[];
  /** Id of the account, its home region, and the key and retention of its log groups there. */
  readonly findings: MaskingFindingsProps;
}

const NAME = 'platform-masking';

/** A password or card number that an application logs is read by everybody who reads logs: masked in every log group, also in those made later. */
export class LogMasking extends Construct {
  constructor(scope: Construct, id: string, { regions, identifiers, findings }: LogMaskingProps) {
    super(scope, id);
    // Networks, and so applications, stand in the home region; elsewhere CloudWatch counts (LogEventsWithFindings).
    const { delivery } = new MaskingFindings(this, 'findings', findings);
    for (const region of regions) {
      new CloudwatchLogAccountPolicy(this, region, {
        region,
        policyName: NAME,
        policyType: 'DATA_PROTECTION_POLICY',
        scope: 'ALL',
        policyDocument: JSON.stringify(
          maskingPolicy({
            name: NAME,
            description: 'Credentials and personal data in logs',
            identifiers,
            ...(region === findings.region ? { findings: MASKING_FINDINGS } : {}),
          }),
        ),
        ...(region === findings.region ? { dependsOn: [...delivery] } : {}),
      });
    }
  }
}
