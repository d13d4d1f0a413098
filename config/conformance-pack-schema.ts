import { z } from 'zod';
import { day } from './waf-rule-schema';

/** Bytes of a template (AWS Config API reference, PutConformancePack). */
export const CONFORMANCE_TEMPLATE_BYTES = 51_200;

/** Values of the configuration that a parameter may stand for. */
export const CONFORMANCE_VALUES = ['{shortestRetentionDays}'] as const;

const rule = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must begin with a letter and have at most 40 lower-case letters, digits or -'),
  /** Which mistake it finds and why that hurts; AWS Config shows it as the rule's description. */
  reason: z.string().min(20, 'must say in 20 characters or more which mistake the rule finds').max(256, 'must have at most 256 characters'),
  /** Of a managed rule (rules/conformance/managed-rules.csv). */
  identifier: z.string().regex(/^[A-Z0-9_]+$/, 'must be the identifier of a managed rule such as REQUIRED_TAGS'),
  parameters: z
    .record(
      z.string(),
      z
        .string()
        .max(1024, 'must have at most 1024 characters')
        .refine((value) => !/[$%]\{/.test(value), 'must not hold ${ or %{, which Terraform would read'),
    )
    .default({}),
  /** What it looks at, where the managed rule looks at more. Default what the managed rule looks at. */
  resourceTypes: z
    .array(z.string().regex(/^AWS::\w+::\w+$/, 'must be a type of resource such as AWS::S3::Bucket'))
    .max(100, 'must list at most 100 types')
    .default([]),
  /** One rule for each data class, for what carries its tag; the managed rule takes `resourceTags`. */
  eachDataClass: z.boolean().default(false),
  /** Whether people hear of each resource that breaks it. What many have at once is better read in the aggregator. */
  alert: z.boolean().default(false),
});

/** A file of rules/conformance: one pack of AWS Config rules, made in every account that it is for. */
export const conformancePackFile = z.strictObject({
  description: z.string().min(10, 'must say what the pack is for, in at least 10 characters'),
  source: z.string().min(1, 'must say where the rules come from'),
  licence: z.string().min(1, 'must name a licence'),
  /** When somebody last looked at them. */
  date: day,
  owner: z.string().min(1, 'must name who answers for the rules'),
  /**
   * all; workloads: accounts of environments; platform: management, log archive, security and backup, which have no network;
   * backed-up: those that organization.backupPolicy names.
   */
  accounts: z.enum(['all', 'workloads', 'platform', 'backed-up']),
  regions: z.enum(['enabled', 'home']),
  rules: z.array(rule).min(1, 'must hold at least one rule'),
});

export type ConformancePackFile = z.output<typeof conformancePackFile>;
export type ConformanceRule = ConformancePackFile['rules'][number];
