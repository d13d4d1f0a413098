import type { Account, Blueprint } from '../../config/blueprint';
import { applyOrder } from '../../lib/apply-order';
import type { TerraformJson } from '../synthesis/synthesize';
import type { Context, Finding, Probe, Survey } from './check';
import { DELEGATION_PROBES } from './checks/delegations';
import { DETECTION_PROBES } from './checks/detection';
import { DETECTION_SURVEYS, GRAPHS_OF_DETECTIVE } from './checks/detection-surveys';
import { IDENTITY_PROBES } from './checks/identity';
import { IDENTITY_CENTER_PROBES } from './checks/identity-center';
import { ORGANIZATION_PROBES } from './checks/organization';
import { REGIONAL_PROBES } from './checks/regional';
import { REGIONAL_DELEGATION_PROBES } from './checks/regional-delegations';
import { SURVEYS } from './checks/surveys';
import { knownAddresses } from './known-states';
import { type PlannedResource, plannedResources } from './planned';
import type { Aws, Refused } from './read-only-clients';

export const PROBES: readonly Probe[] = [
  ...IDENTITY_PROBES,
  ...REGIONAL_PROBES,
  ...ORGANIZATION_PROBES,
  ...DELEGATION_PROBES,
  ...REGIONAL_DELEGATION_PROBES,
  ...DETECTION_PROBES,
  ...IDENTITY_CENTER_PROBES,
];

export interface Examination {
  readonly findings: readonly Finding[];
  /** What AWS did not answer: nothing is known about it. */
  readonly couldNotLook: readonly string[];
}

/** Looks in an account for everything that an apply of its stacks would trip over. */
export async function examine(account: Account, blueprint: Blueprint, documents: ReadonlyMap<string, TerraformJson>, aws: Aws): Promise<Examination> {
  const couldNotLook: string[] = [];
  const failed = (what: string, error: unknown) => void couldNotLook.push(`${what}: ${describe(error)}`);
  const stacks = applyOrder(blueprint).filter((entry) => entry.account.name === account.name);
  const planned = plannedResources(stacks, documents, await knownAddresses(stacks, documents, aws, failed));
  const answers = new Map<string, Promise<unknown>>();
  const once: Context['once'] = (question, ask) => {
    const answer = answers.get(question) ?? ask();
    answers.set(question, answer);
    return answer as ReturnType<typeof ask>;
  };
  const context: Context = { aws, blueprint, account, documents, once };

  const findings: Finding[] = [];
  for (const probe of PROBES) {
    const refused = new Map<string, { names: string[]; error: unknown }>(); // one line for all that the same call was to tell
    for (const resource of planned.filter((one) => one.type === probe.type && (probe.concerns?.(one, context) ?? true))) {
      try {
        findings.push(...(await judge(probe, resource, context)));
      } catch (error) {
        const { names } = refused.get(describe(error)) ?? { names: [] };
        refused.set(describe(error), { names: [...names, resource.name], error });
      }
    }
    for (const { names, error } of refused.values()) failed(`${probe.type} ${names.join(', ')}`, error);
  }
  for (const { name, look } of surveys(context)) {
    try {
      findings.push(...(await look()));
    } catch (error) {
      failed(name, error);
    }
  }
  // A delegation that is planned in five regions is one finding.
  return { findings: [...new Map(findings.map((finding) => [`${finding.kind} ${finding.what}`, finding])).values()], couldNotLook };
}

function surveys(context: Context): { name: string; look: () => Promise<readonly Finding[]> }[] {
  const concerned = ({ concerns }: Pick<Survey, 'concerns'>) => concerns(context.account, context.blueprint);
  return [
    ...[...SURVEYS, ...DETECTION_SURVEYS].filter(concerned).map(({ name, look }) => ({ name, look: () => look(context) })),
    ...[GRAPHS_OF_DETECTIVE]
      .filter(concerned)
      .flatMap(({ name, lookIn }) =>
        context.blueprint.regions.enabled.map((region) => ({ name: `${name} in ${region}`, look: () => lookIn(context, region) })),
      ),
  ];
}

async function judge(probe: Probe, planned: PlannedResource, context: Context): Promise<Finding[]> {
  const found = await probe.look(planned, context);
  const field = probe.field?.(planned, context);
  const at = field ? { field } : {};
  if (planned.importId !== undefined) {
    if (found?.importId === planned.importId)
      return [{ kind: 'listed', what: found.what, consequence: `the next apply of ${planned.stack} imports it`, ...at }];
    const instead = found ? `, ${found.what} is` : '';
    return [
      {
        kind: 'wrong',
        what: `${planned.type} ${planned.importId} is not there${instead}`,
        consequence: `the plan of ${planned.stack} fails; ${found ? 'take the line below' : `remove ${[...(field?.path ?? []), field?.entry ?? ''].filter(Boolean).join('.')}`}`,
        ...at,
        ...(found ? { value: found.value } : {}),
      },
    ];
  }
  if (!found) return [];
  const consequence = `the apply of ${planned.stack} ${probe.otherwise}`;
  if (found.value === undefined) return [{ kind: 'by-hand', what: found.what, consequence: `${consequence}; ${found.remedy}` }];
  return [{ kind: 'import', what: found.what, consequence, ...at, value: found.value }];
}

/** A refusal names the permission that it is about: some services say nothing but "access denied". */
function describe(error: unknown): string {
  const { name, message, $metadata, permission } = error as Error & Refused & { $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode;
  const denied = permission !== undefined && (status === 401 || status === 403 || /Denied|Unauthorized|NotAuthorized|InvalidAccess/.test(name));
  return [
    name === 'Error' ? undefined : name,
    message === name ? undefined : message,
    status ? `(HTTP ${status})` : undefined,
    denied ? `needs ${permission}` : undefined,
  ]
    .filter(Boolean)
    .join(' ');
}
