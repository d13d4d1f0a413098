import type { Settings } from './settings';

/** Tag of instances and security groups that no response touches; a guardrail keeps it to pipelines (DenyExemptTag). Elsewhere no guardrail could, so only ARNs count. */
export const EXEMPT_TAG = 'ResponseExempt';
/** Tag of the platform's own network: changed by pull requests only, and its load balancers are open on purpose. */
const NETWORK_TAG = 'BlueprintNetwork';

export interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** Tags of EC2 on instances that it started from a template, for a group or a fleet; nobody else writes tags that begin with `aws:`. */
const FROM_TEMPLATE = /^aws:(autoscaling|ec2launchtemplate|ec2spot|ec2):/;
/**
 * Tags of an instance that somebody must have been allowed to set. What a template says is set by EC2, in the name of a service that no
 * guardrail binds: an intruder would write the tag ResponseExempt there. Such instances are exempt by their ARN only.
 */
export const tagsOfPeople = (tags: readonly Tag[] = []): readonly Tag[] => (tags.some(({ Key }) => FROM_TEMPLATE.test(Key ?? '')) ? [] : tags);

/** Why a response leaves something alone; undefined when it does not. */
export function protection({ protectedArns }: Settings, arn: string, tags: readonly Tag[] = []): string | undefined {
  if (protectedArns.some((pattern) => matches(pattern, arn))) return `${arn} is protected by the configuration (response.protectedArns)`;
  const tag = tags.find(({ Key }) => Key === EXEMPT_TAG || Key === NETWORK_TAG);
  if (tag) return `${arn} is protected by its tag ${tag.Key}`;
  // Roles that bootstrap and the platform's stacks made: whoever cuts these off disarms us.
  if (/^arn:aws:iam::\d{12}:(role|user)\/platform\//.test(arn)) return `${arn} belongs to the platform`;
  return undefined;
}

/** `*` stands for any characters, as in IAM. */
const matches = (pattern: string, arn: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(arn);
