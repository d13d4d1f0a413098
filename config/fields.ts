import { z } from 'zod';
import { isRegion } from './aws-regions';

/** A 12-digit AWS account id. */
export const accountId = z
  .string()
  .regex(/^\d{12}$/, 'must be 12 digits; copy it from the AWS console or `npm run accounts -- list`')
  .brand<'AccountId'>();
export type AccountId = z.infer<typeof accountId>;

/** The address of an account's root user: unique among all AWS accounts, at most 64 characters (AWS Organizations API). */
export const email = z.email('must be an e-mail address such as aws+prod@example.com').max(64, 'must have at most 64 characters');

/** A name that becomes part of bucket names, role names and stack ids. */
export const resourceName = (max: number) =>
  z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens, and begin with a letter')
    .max(max, `must have at most ${max} characters`);

/** A region of the aws partition. */
export const region = z.string().refine(isRegion, {
  error: ({ input }) =>
    /^(us-gov|cn|us-iso|eu-isoe|us-isob|us-isof|eusc)-/.test(String(input))
      ? 'is a region of another partition (GovCloud, China, European Sovereign Cloud), with organizations, ARNs and services of its own, which the blueprint does not build; choose a region of the aws partition, such as eu-west-1'
      : 'must be the code of a region in the aws partition, such as eu-west-1',
});

/** An IPv4 network in CIDR notation. */
export const cidrBlock = z.cidrv4('must be an IPv4 network in CIDR notation, such as 10.16.0.0/16');

export const domain = z.string().regex(/^\.?([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a domain such as example.com, or .example.com for it and its subdomains');

export const usd = z.number().positive('must be greater than 0 (US dollars)');

/** Display name of an Identity Center group, as identity providers write them; `${` and quotes would be read by Terraform. */
export const groupName = z.string().regex(/^[\p{L}\p{N}_+=,.@()&:/ -]{1,128}$/u, 'must be 1 to 128 letters, digits, spaces or +=,.@()&:/_-');
