import { z } from 'zod';
import { MODES } from '../functions/response/incident';
import { email } from './fields';

/** How a family of findings is answered, and within which time: the alarm goes off when an incident takes or stays open longer. */
const family = (targetMinutes: number) =>
  z
    .strictObject({
      /** off: nothing. dry-run: says what would be done. approve: waits for a person of SecurityAdmin. automatic: acts at once. */
      mode: z.enum(MODES).default('dry-run'),
      /** Minutes from the event to the end of its response, 1 to 1440. */
      targetMinutes: z.number().int('must be a whole number').min(1, 'must be at least 1').max(1440, 'must be at most 1440 (a day)').default(targetMinutes),
    })
    .prefault({});

/** Responses of step `respond` (docs/response.md). Start with dry-run, read what would have been done, then switch family by family. */
export const response = z.strictObject({
  families: z
    .strictObject({
      'exposed-key': family(15),
      'anomalous-identity': family(60),
      'compromised-instance': family(30),
      malware: family(30),
      'public-bucket': family(15),
      'public-access-block': family(15),
      'open-security-group': family(15),
      'disabled-recording': family(15),
      'disabled-detection': family(15),
      'root-use': family(15),
    })
    .prefault({}),
  /** ARN patterns of what no response touches, `*` for any characters. A resource may carry the tag ResponseExempt instead. */
  protectedArns: z
    .array(z.string().regex(/^arn:aws:[a-z0-9-]+:[^\s]+$/, 'must be an ARN pattern such as arn:aws:ec2:*:*:instance/i-0123456789abcdef0'))
    .max(20, 'must be at most 20')
    .default([]),
  /** TCP ports that security groups may open to the world. */
  publicPorts: z.array(z.number().int().min(1, 'must be a port').max(65535, 'must be a port')).max(20, 'must be at most 20').default([80, 443]),
  /** Who is told besides the organization's security contact. */
  subscribers: z.array(email).max(10, 'must be at most 10').default([]),
});
