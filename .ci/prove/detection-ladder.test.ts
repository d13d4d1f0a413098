import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alertsOn, boundRecord, countedOn, exampleLadder } from '../../test/support/ladder';
import { exampleOrganization } from '../../test/support/organization';
import { type SharedCall, techniques } from '../../test/support/shared-corpora';
import { administrator, evaluateCall, withinBoundary } from '../../tools/can/corpus';
import type { LadderStep } from '../../tools/detections/coverage';

// biome-ignore lint/suspicious/noExplicitAny: JSON of others
type Json = any;
const folder = [join(process.cwd(), '../shared/corpora')].find(existsSync) as string;
const read = (file: string): Json => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const print = (...lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);

const organization = exampleOrganization();
const { blueprint } = organization;
const id = (name: string) => blueprint.accounts[name]?.id as string;
const steps = exampleLadder();

describe.each(['prod', 'dev', 'test'])('techniques of Stratus Red Team in %s', (account) => {
  const raw: Json[] = read('stratus.json').techniques;
  const observed: Json[] = read('stratus_events.json').events;

  it('are denied or detected', async () => {
    const denied = new Set<string>();
    for (const technique of techniques(folder, id(account), id('log-archive'), id('management')))
      for (const call of technique.calls) if (call.critical && technique.class !== 'non_iam' && !(await allowed(call))) denied.add(technique.id);
    const rows = raw.map((technique) => ({ technique, answers: steps.map((step) => answer(technique, step)) }));
    for (const [index, { step }] of steps.entries()) {
      const detected = rows.filter(({ answers }) => answers[index] !== undefined);
      const open = rows.filter(({ technique, answers }) => !denied.has(technique.id) && answers[index] === undefined);
      print(
        `${account}, ${step}: ${denied.size} of ${rows.length} denied, ${detected.length} detected, ${open.length} neither${open.map(({ technique }) => `\n  OPEN ${technique.id}`).join('')}`,
      );
    }
    for (const { technique, answers } of rows) print(`  ${technique.id}: ${denied.has(technique.id) ? 'denied' : '-'}; ${answers.at(-1) ?? '-'}`);
    expect(rows.filter(({ technique, answers }) => !denied.has(technique.id) && answers.at(-1) === undefined).map(({ technique }) => technique.id)).toEqual([]);
  });

  async function allowed(call: SharedCall): Promise<boolean> {
    const kind = call.principal;
    const who =
      kind === 'log_archive_admin'
        ? administrator(`arn:aws:iam::${id('log-archive')}:role/Admin`)
        : kind?.startsWith('instance_role')
          ? withinBoundary(organization, `arn:aws:iam::${id(account)}:role/app-role`, account)
          : administrator(kind === 'iam_user' ? `arn:aws:iam::${id(account)}:user/svc-legacy` : `arn:aws:iam::${id(account)}:role/Admin`);
    return (await evaluateCall(organization, who, call, ['scp', 'rcp'], true)).allowed;
  }

  /** What tells of a technique on a step: an alert on a decisive record, or GuardDuty where it is on and has a finding for it. */
  function answer({ id: technique, calls, detection }: Json, step: LadderStep): string | undefined {
    // Supporting calls (AssumeRole, Describe*, Get*Invocation) are not decisive unless the corpus lists them as what shows the technique.
    const decisive = new Set<string>([...detection.cloudtrail_events, ...calls.flatMap((call: Json) => (call.critical ? (call.cloudtrail_event ?? []) : []))]);
    const real = observed.filter((event) => event.technique === technique && decisive.has(event.detail.eventName)).map(({ detail }) => detail);
    const records = real.length > 0 ? real : [...decisive].map((name) => made(name, calls));
    const alerts = [...new Set(records.flatMap((record) => alertsOn(step, boundRecord(record, id(account)))))];
    if (alerts.length > 0) return alerts.join(', ');
    const counted = [...new Set(records.flatMap((record) => countedOn(step, boundRecord(record, id(account)))))];
    if (counted.length > 0) return counted.join(', ');
    const findings = [...new Set<string>([...detection.guardduty_expected, ...detection.guardduty_from_stratus_docs])].filter(
      (finding) => !finding.includes('(related)'),
    );
    if (step.guardDuty && findings.length > 0) return `GuardDuty ${findings.join(', ')}`;
    return step.accessAnalyzer && detection.access_analyzer ? 'Access Analyzer' : undefined;
  }

  /** Where nobody has published a record: the least that one would say. */
  function made(eventName: string, calls: Json[]): Json {
    const call = calls.find(({ cloudtrail_event }) => cloudtrail_event === eventName) ?? calls.find(({ critical }) => critical) ?? calls[0];
    return {
      eventName,
      eventSource: `${call.action.split(':')[0]}.amazonaws.com`,
      eventType: 'AwsApiCall',
      readOnly: /^(Get|List|Describe)/.test(eventName),
      userIdentity: {
        type: 'AssumedRole',
        arn: `arn:aws:sts::${id(account)}:assumed-role/Admin/x`,
        sessionContext: { sessionIssuer: { arn: `arn:aws:iam::${id(account)}:role/Admin` } },
      },
    };
  }
});
