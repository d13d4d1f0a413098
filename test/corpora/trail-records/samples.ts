import { DATA_SAMPLES } from './data';
import { HAND_WORK_SAMPLES } from './hand-work';
import { IDENTITY_SAMPLES } from './identities';
import { NETWORK_SAMPLES } from './networks';
import { ORGANIZATION_SAMPLES } from './organization';
import { RECONNAISSANCE_SAMPLES } from './reconnaissance';
import type { Samples } from './record';
import { RECORDING_SAMPLES } from './recording';
import { ROOT_SAMPLES, SIGN_IN_SAMPLES } from './sign-ins';
import { PLATFORM_SAMPLES, WORKLOAD_SAMPLES } from './workloads';

/** Alarm -> records that raise it, and near ones that do not; written for this project in the shape of AWS's documentation. */
export const SAMPLES: Samples = {
  ...ROOT_SAMPLES,
  ...PLATFORM_SAMPLES,
  ...ORGANIZATION_SAMPLES,
  ...RECORDING_SAMPLES,
  ...NETWORK_SAMPLES,
  ...DATA_SAMPLES,
  ...IDENTITY_SAMPLES,
  ...SIGN_IN_SAMPLES,
  ...WORKLOAD_SAMPLES,
  ...HAND_WORK_SAMPLES,
  ...RECONNAISSANCE_SAMPLES,
};
