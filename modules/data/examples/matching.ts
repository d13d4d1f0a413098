import { Construct } from 'constructs';
import { EnclaveInstance } from '../enclave-instance';
import type { Workload } from '../workload';

export interface MatchingProps {
  readonly workload: Workload;
  readonly enclaveImageSha384: string;
}

/** Two partners' customer lists are compared where neither partner, nor we, can look. */
export class Matching extends Construct {
  constructor(scope: Construct, id: string, { workload, enclaveImageSha384 }: MatchingProps) {
    super(scope, id);
    new EnclaveInstance(this, 'enclave', {
      workload,
      name: 'matching',
      dataClass: 'customer',
      owner: 'customers',
      imageSha384: enclaveImageSha384,
      producers: ['app/customers'],
    });
  }
}
