import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alertsOn, boundRecord, exampleLadder } from '../../test/support/ladder';
import { exampleOrganization } from '../../test/support/organization';
import { administrator, evaluateCall } from '../../tools/can/corpus';
import type { LadderStep } from '../../tools/detections/coverage';

// biome-ignore lint/suspicious/noExplicitAny: JSON of others
type Json = any;
const folder = [join(process.cwd(), '../shared/corpora')].find(existsSync) as string;
const read = (file: string): Json => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const print = (...lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);
const organization = exampleOrganization();
const id = (name: string) => organization.blueprint.accounts[name]?.id as string;
const steps = exampleLadder();

it('what public detection rules look for is alerted or prevented', async () => {
  const rules: Json[] = read('detections.json').rules;
  const rows = await Promise.all(
    rules.map(async ({ id: rule, level, event_sources: sources, event_names: names, iam_actions: actions }) => {
      const denials = await Promise.all(
        actions.map(
          async (action: string) =>
            !(await evaluateCall(organization, administrator(`arn:aws:iam::${id('prod')}:role/Admin`), { action }, ['scp'], true)).allowed,
        ),
      );
      return {
        rule,
        level,
        names,
        prevented: actions.length > 0 && denials.every(Boolean),
        alerted: steps.map((step) => names.length > 0 && names.every((name: string) => alerted(step, name, sources))),
      };
    }),
  );
  for (const [index, { step }] of steps.entries()) {
    const heard = rows.filter(({ alerted: by }) => by[index]);
    const covered = rows.filter(({ alerted: by, prevented }) => by[index] || prevented);
    print(
      `${step}: ${heard.length} of ${rows.length} alerted, ${rows.filter(({ prevented }) => prevented).length} prevented, ${covered.length} alerted or prevented`,
    );
  }
  for (const { level, names, prevented, alerted: by } of rows)
    print(`  ${by.at(-1) ? 'alerted' : '-'} ${prevented ? 'prevented' : '-'} ${level}: ${names.join(', ') || '(no event)'}`);
  expect(rows.filter(({ alerted: by, prevented }) => by.at(-1) || prevented).length).toBeGreaterThanOrEqual(0.9 * rows.length);

  /** An event of this name, of one of the sources, by somebody who has no reason; with what a rule of that name looks for. */
  function alerted(step: LadderStep, eventName: string, sources: string[]): boolean {
    const source = SOURCES[eventName] ?? sources;
    return source.some((eventSource) =>
      variants(eventName).some(
        (more) =>
          alertsOn(
            step,
            boundRecord(
              { ...INTRUDER, eventName, eventSource, eventType: 'AwsApiCall', readOnly: /^(Get|List|Describe)/.test(eventName), ...more },
              id('prod'),
            ),
          ).length > 0,
      ),
    );
  }
});

const INTRUDER = {
  userIdentity: { type: 'IAMUser', userName: 'svc-legacy', arn: 'arn:aws:iam::444444444444:user/svc-legacy' },
  sourceIPAddress: '198.51.100.66',
  requestParameters: {},
};
/** Rules that name no source, or another than the call has. */
const SOURCES: Readonly<Record<string, string[]>> = { ConsoleLogin: ['signin.amazonaws.com'] };
/** What such a rule looks for besides the name. */
const variants = (eventName: string): Json[] =>
  ({
    ConsoleLogin: [
      { eventType: 'AwsConsoleSignIn', responseElements: { ConsoleLogin: 'Success' }, additionalEventData: { MFAUsed: 'No' } },
      { eventType: 'AwsConsoleSignIn', responseElements: { ConsoleLogin: 'Failure' }, errorMessage: 'Failed authentication', userIdentity: { type: 'Root' } },
    ],
    ModifyInstanceAttribute: [{ requestParameters: { userData: '<sensitiveDataRemoved>' } }],
    ModifyDBInstance: [{ requestParameters: { publiclyAccessible: true } }],
    AssumeRoleWithSAML: [{ requestParameters: { principalArn: 'arn:aws:iam::444444444444:saml-provider/other' } }],
  })[eventName] ?? [{}];
