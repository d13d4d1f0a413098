import { z } from 'zod';
import { existingInAccount, existingInOrganization } from './existing-schema';
import { accountId, email, region, resourceName, usd } from './fields';

const contact = z.strictObject({
  /** Full name of the person or team. */
  name: z.string().min(1, 'must not be empty').max(64, 'must have at most 64 characters'),
  /** Their title. */
  title: z.string().min(1, 'must not be empty').max(50, 'must have at most 50 characters'),
  email,
  /** International form. */
  phone: z.string().regex(/^\+[0-9 ()-]{4,24}$/, 'must be an international number such as +44 20 7946 0000'),
});

export const organization = z.strictObject({
  /** Prefix of every physical name; part of bucket names, so keep it short and unique to you. */
  name: resourceName(20),
  /** Who AWS writes to, per topic; set in every account, so that no notice ends in a root mailbox. */
  contacts: z.strictObject({ billing: contact, operations: contact, security: contact }),
  /** Cost alarms of the whole organization; two budgets are free of charge, further ones 0.02 USD a day. */
  budget: z.strictObject({
    /** US dollars a month; alarms at 80 % forecast and 100 % actual. */
    monthlyUsd: usd,
    /** Smallest daily cost anomaly that is reported, in US dollars. Default 50. */
    anomalyUsd: usd.default(50),
    /** Who is told. 1 to 10 addresses (AWS Budgets quota). */
    subscribers: z.array(email).min(1, 'must name at least one address').max(10, 'must name at most 10 addresses'),
  }),
  /**
   * Nightly backups by data class, as an organization policy. Default: none. An environment may be listed once its account has the
   * vault `platform` and the role `/platform/service/backup`: AWS Backup fails every job where they are missing, the apply does not.
   */
  backupPolicy: z
    .strictObject({
      /** Names of environments. Backup storage costs about 0.05 USD a GB and month in eu-west-1. */
      environments: z.array(resourceName(20)).default([]),
    })
    .default({ environments: [] }),
  /** What the organization had before the blueprint (`npm run doctor -- management`): kept or imported, never dropped or made again. */
  existing: existingInOrganization.prefault({}),
});

export const regions = z.strictObject({
  /** Where state, keys and networks live. */
  home: region,
  /** Further regions with a baseline; us-east-1 is always added. Every region costs AWS Config items. Default none. */
  additional: z.array(region).default([]),
  /** The region in which Identity Center was enabled. Default: home. */
  identityCenter: region.optional(),
});

export const pipeline = z.strictObject({
  /** OpenID Connect issuer of the code host, without https://. Default GitHub's. */
  issuer: z
    .string()
    .regex(/^[a-z0-9.-]+(\/[\w./-]+)?$/, 'must be a host name with an optional path, without https://')
    .default('token.actions.githubusercontent.com'),
  /** The fork's repository; only its protected deployment environments may assume the plan and apply roles. */
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'must be owner/name, for example example-corp/aws-security-blueprint'),
  /** Subjects of the issuer's tokens that any role may trust. Default: every repository of the owner (GitHub: repo:OWNER/*). */
  webIdentitySubjects: z.array(z.string().min(1, 'must not be empty')).min(1, 'must list at least one subject').optional(),
});

export const breakGlass = z.strictObject({
  /** The two IAM users of the management account that may assume break-glass roles, each with a hardware MFA device. */
  users: z
    .array(z.string().regex(/^[\w+=,.@-]{1,64}$/, 'must be a valid IAM user name'))
    .length(2, 'must name exactly two users: one could be on leave, three are one too many')
    .default(['break-glass-1', 'break-glass-2']),
});

const accountFields = {
  /** Address of the account's root user; unique among all AWS accounts. */
  email,
  /** AWS account name, up to 50 characters. Default: organization name and account name. Changing it renames the account. */
  displayName: z.string().min(1, 'must not be empty').max(50, 'must have at most 50 characters').optional(),
  /** Where the account stands in its life. Default onboarding: it gets its stacks but only the gentlest guardrails. */
  status: z.enum(['onboarding', 'active', 'suspended', 'retired']).default('onboarding'),
  /** Id of an account that exists in the organization already: it is imported, not created. */
  importId: accountId.optional(),
  /** Role that bootstrap assumes. AWSControlTowerExecution for accounts of Control Tower. */
  bootstrapRoleName: z
    .string()
    .regex(/^[\w+=,.@-]{1,64}$/, 'must be a role name')
    .default('OrganizationAccountAccessRole'),
  /** Monthly budget of this account in US dollars. Default: no budget of its own. */
  budgetUsd: usd.optional(),
  /** What the account had before the blueprint (`npm run doctor -- ACCOUNT`): imported instead of created. */
  existing: existingInAccount.prefault({}),
};

export const memberAccount = z.strictObject(accountFields);
export const accountShape = accountFields;

export const accounts = z.strictObject({
  /** Pays for everything and owns the organization; no workloads, no daily use. */
  management: z.strictObject({ email, budgetUsd: usd.optional(), existing: accountFields.existing }),
  /** Holds the immutable logs of all accounts. */
  'log-archive': memberAccount,
  /** Administers detection for all accounts. */
  security: memberAccount,
  /** Holds second copies of backups, where they are not to lie in the log archive (backup.copyTo). Default none. */
  backup: memberAccount.optional(),
  /** Holds the inspection VPC and the transit gateway of the central topology (network.central). Default none. */
  network: memberAccount.optional(),
});
