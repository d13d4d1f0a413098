import { Construct } from 'constructs';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataKeyAlias } from '../../lib/naming';
import { allowKeyAdministration, allowReadingKeySettings, denyKeyLoss, denyUseByKeyAdministrators } from '../../policies/key/administration';
import { allowEnclave, allowEncryption, denyOutsideEnclave } from '../../policies/key/enclave';
import { keyAdministrators } from '../../policies/key/key-context';
import { policyDocument } from '../../policies/policy-document';
import { type DataProps, workloadTags } from './workload';

export interface EnclaveKeyProps extends DataProps {
  readonly imageSha384: string;
  /** ARN of the role of the parent instance. */
  readonly roleArn: string;
  /** ARNs of the roles that encrypt. */
  readonly producerArns: readonly string[];
}

/** A key that opens only inside one measured enclave: a stolen role and an administrator alike hold ciphertext. */
export class EnclaveKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EnclaveKeyProps) {
    super(scope, id);
    const { account, region } = props.workload;
    const context = { account, region, administrators: keyAdministrators(account) };
    const key = customerManagedKey(this, {
      region,
      description: `Opens only inside enclave ${props.name}`,
      tags: workloadTags(props),
      aliasName: dataKeyAlias(`enclave/${props.name}`),
      policy: policyDocument(
        allowKeyAdministration(context),
        allowReadingKeySettings(context),
        allowEnclave(context, props),
        allowEncryption(context, props.producerArns),
        denyOutsideEnclave(props),
        denyUseByKeyAdministrators(context),
        denyKeyLoss(context),
      ),
    });
    this.arn = key.arn;
  }
}
