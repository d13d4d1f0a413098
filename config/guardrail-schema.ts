import { z } from 'zod';
import { accountId } from './fields';
import { UNUSED_SERVICES } from './unused-services';

/** GPU, machine-learning, FPGA, high-memory, Mac and bare-metal instances, and sizes above 8xlarge. */
const COSTLY_INSTANCE_TYPES = [
  'dl*',
  'f1.*',
  'f2.*',
  'g*',
  'hpc*',
  'inf*',
  'mac*',
  'p*',
  'trn*',
  'u-*',
  'u7*',
  'vt*',
  '*.metal*',
  '*.1?xlarge',
  '*.2?xlarge',
  '*.3?xlarge',
  '*.4?xlarge',
  '*.9xlarge',
];

const servicePrefix = z.string().regex(/^[a-z0-9-]+$/, 'must be an IAM service prefix such as sagemaker');
const roleName = z
  .string()
  .regex(/^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/, 'must be a role name, with its path where it has one, such as app-deploy or teams/deploy');

/** What guardrails leave to the organization. What they protect is not optional: to weaken one, edit its file in review. */
export const guardrails = z.strictObject({
  /** IAM prefixes of services that nobody uses; denied everywhere but in the management account. */
  unusedServices: z.array(servicePrefix).min(1, 'must list at least one service').default(UNUSED_SERVICES),
  /** Patterns of EC2 instance types that only the apply role starts. */
  costlyInstanceTypes: z
    .array(z.string().regex(/^[a-z0-9.*?-]+$/, 'must be a pattern such as p5*'))
    .min(1, 'must list at least one pattern')
    .default(COSTLY_INSTANCE_TYPES),
  /**
   * Roles with which application pipelines deploy, by path and name: the only ones besides the apply role that change code
   * outside hands-on environments. Nobody but the apply role can make or change them. Default app-deploy.
   */
  deployRoles: z.array(roleName).default(['app-deploy']),
  /** IAM paths under which developers make roles, policies and instance profiles. Default /app/. */
  applicationPaths: z
    .array(z.string().regex(/^\/([\w+=,.@-]+\/)+$/, 'must begin and end with a slash, such as /app/'))
    .min(1, 'must list at least one path')
    .default(['/app/']),
  /** Accounts of others, such as a scanner's, that may assume roles which name them and demand an external id. Default none. */
  partners: z.array(z.strictObject({ name: z.string().min(1, 'must not be empty'), account: accountId })).default([]),
});
