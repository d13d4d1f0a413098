import { CloudwatchLogAccountPolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-account-policy';
import { Construct } from 'constructs';
import { type DataIdentifier, maskingPolicy } from '../../policies/logs/masking';

export interface LogMaskingProps {
  readonly regions: readonly string[];
  readonly identifiers: readonly DataIdentifier[];
}

const NAME = 'platform-masking';

/** A password or card number that an application logs is read by everybody who reads logs: masked in every log group, also in those made later. */
export class LogMasking extends Construct {
  constructor(scope: Construct, id: string, { regions, identifiers }: LogMaskingProps) {
    super(scope, id);
    for (const region of regions) {
      new CloudwatchLogAccountPolicy(this, region, {
        region,
        policyName: NAME,
        policyType: 'DATA_PROTECTION_POLICY',
        scope: 'ALL',
        policyDocument: JSON.stringify(maskingPolicy({ name: NAME, description: 'Credentials and personal data in logs', identifiers })),
      });
    }
  }
}
