import { DetectiveClient, ListGraphsCommand } from '@aws-sdk/client-detective';
import { ListOrganizationAdminAccountsCommand, Macie2Client } from '@aws-sdk/client-macie2';
import type { BlueprintInput } from '../../config/blueprint-schema';
import { loadBlueprint } from '../../config/load';
import { examine } from '../../tools/doctor/examine';
import { existingLines, type Lines } from '../../tools/doctor/existing-lines';
import { readOnly } from '../../tools/doctor/read-only-clients';
import { exitCode, report } from '../../tools/doctor/report';
import { exampleIds, exampleInput } from '../fixtures/example';
import { type Answer, awsError, fakeAws } from '../support/fake-aws';
import { synth } from '../support/synth';

const SECURITY = '333333333333';
const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1'];
const graph = (region: string) => `arn:aws:detective:${region}:${SECURITY}:graph:0123456789abcdef0123456789abcdef`;
const AGGREGATOR = `arn:aws:securityhub:eu-west-1:${SECURITY}:finding-aggregator/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d`;
const MONITOR = 'arn:aws:ce::111111111111:anomalymonitor/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const detector = (region: string) => `${'0'.repeat(31)}${REGIONS.indexOf(region)}`;

const correlated = (): BlueprintInput => {
  const input = exampleInput();
  input.detection = 'correlated';
  return input;
};

/** Everything on, in some regions: an answer that is the same in each would hide a region that is never asked. */
const ON: Readonly<Record<string, Answer>> = {
  'guardDuty.ListOrganizationAdminAccounts': (_input, region) => ({
    AdminAccounts: region === 'eu-central-1' ? [] : [{ AdminAccountId: SECURITY, AdminStatus: 'ENABLED' }],
  }),
  'securityHub.ListOrganizationAdminAccounts': { AdminAccounts: [{ AccountId: SECURITY, Status: 'ENABLED' }] },
  'macie.ListOrganizationAdminAccounts': (_input, region) =>
    region === 'us-east-1' ? awsError('AccessDeniedException', 403, 'Macie is not enabled') : { adminAccounts: [{ accountId: SECURITY, status: 'ENABLED' }] },
  'detective.ListOrganizationAdminAccounts': (_input, region) => ({
    Administrators: region === 'eu-west-1' ? [{ AccountId: SECURITY, GraphArn: graph(region) }] : [],
  }),
  ListDelegatedAdminAccounts: (_input, region) => ({
    delegatedAdminAccounts: [{ accountId: SECURITY, status: region === 'eu-west-1' ? 'ENABLED' : 'DISABLE_IN_PROGRESS' }],
  }),
  ListDetectors: (_input, region) => ({ DetectorIds: region === 'us-east-1' ? [] : [detector(region)] }),
  DescribeHub: (_input, region) =>
    region === 'eu-west-1'
      ? { HubArn: 'arn:aws:securityhub:eu-west-1:111111111111:hub/default' }
      : awsError('InvalidAccessException', 401, 'Account 111111111111 is not subscribed to AWS Security Hub'),
  ListFindingAggregators: { FindingAggregators: [{ FindingAggregatorArn: AGGREGATOR }] },
  ListGraphs: (_input, region) => ({ GraphList: region === 'eu-west-1' ? [{ Arn: graph(region) }] : [] }),
  GetAnomalyMonitors: {
    AnomalyMonitors: [
      { MonitorArn: `${MONITOR}0`, MonitorName: 'accounts', MonitorType: 'DIMENSIONAL', MonitorDimension: 'LINKED_ACCOUNT' },
      { MonitorArn: MONITOR, MonitorName: 'Default-Services-Monitor', MonitorType: 'DIMENSIONAL', MonitorDimension: 'SERVICE' },
    ],
  },
};

const synthesized = new Map<string, ReturnType<typeof synth>>();
function documentsOf(input: BlueprintInput): ReturnType<typeof synth>['documents'] {
  const key = JSON.stringify(input);
  const known = synthesized.get(key) ?? synth(input);
  synthesized.set(key, known);
  return known.documents;
}

async function doctor(input: BlueprintInput, name: string, answers: Readonly<Record<string, Answer>> = {}) {
  const { blueprint } = loadBlueprint(input, exampleIds());
  const account = blueprint.accounts[name] as never;
  const { aws, sent } = fakeAws(answers);
  const examination = await examine(account, blueprint, documentsOf(input), aws);
  const lines = existingLines(examination.findings, blueprint);
  return { ...examination, sent, lines, text: report(account, examination, lines, 'blueprint.config.ts') };
}

function paste(input: BlueprintInput, lines: readonly Lines[]): void {
  for (const { place, text } of lines) {
    const target = place.split('.').reduce<Record<string, unknown>>((value, key) => value[key] as Record<string, unknown>, input as never);
    Object.assign(target, new Function(`return {\n${text}\n}`)());
  }
}

const importsOf = (input: BlueprintInput, stack: string): Record<string, string> =>
  Object.fromEntries(
    synth(input)
      .documents.get(stack)
      .import.map(({ to, id }: { to: string; id: string }) => [to, id]),
  );

describe('an organization without them', () => {
  it.each(['management', 'security'])('%s: nothing is found, everything was looked at', async (name) => {
    const { findings, couldNotLook } = await doctor(correlated(), name);
    expect([findings, couldNotLook]).toEqual([[], []]);
  });
});

describe('services that are on already', () => {
  it('management: delegations, detectors, hubs, the monitor, and the graphs for security', async () => {
    const { lines, findings } = await doctor(correlated(), 'management', ON);
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['import']));
    expect(lines).toEqual([
      {
        place: 'organization',
        text: `existing: {
  regionalAdministrators: {
    guardduty: ['eu-west-1', 'us-east-1'],
    securityhub: ['eu-central-1', 'eu-west-1', 'us-east-1'],
    macie: ['eu-central-1', 'eu-west-1'],
    detective: ['eu-west-1'],
    inspector: ['eu-west-1'],
  },
},`,
      },
      {
        place: 'accounts.management',
        text: `existing: {
  guardDutyDetectors: {
    'eu-central-1': '00000000000000000000000000000001',
    'eu-west-1': '00000000000000000000000000000000',
  },
  securityHubs: ['eu-west-1'],
  anomalyMonitor: '${MONITOR}',
},`,
      },
      { place: 'accounts.security', text: `existing: {\n  detectiveGraphs: {\n    'eu-west-1': '${graph('eu-west-1')}',\n  },\n},` },
    ]);
  });

  it('security: aggregator and graphs', async () => {
    const { lines } = await doctor(correlated(), 'security', ON);
    expect(lines).toEqual([
      {
        place: 'accounts.security',
        text: `existing: {\n  findingAggregator: '${AGGREGATOR}',\n  detectiveGraphs: {\n    'eu-west-1': '${graph('eu-west-1')}',\n  },\n},`,
      },
    ]);
  });

  it('pasted, each is imported where it is, and nothing is left to do', async () => {
    const input = correlated();
    for (const name of ['management', 'security']) paste(input, (await doctor(input, name, ON)).lines);
    for (const name of ['management', 'security']) {
      const { findings, couldNotLook, lines } = await doctor(input, name, ON);
      expect([name, couldNotLook, lines]).toEqual([name, [], []]);
      expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['listed']));
    }
    expect(importsOf(input, 'org')).toMatchObject({
      'aws_guardduty_organization_admin_account.delegation_guardduty-us-east-1': `${SECURITY}@us-east-1`,
      'aws_macie2_organization_admin_account.delegation_macie-eu-central-1': `${SECURITY}@eu-central-1`,
      'aws_inspector2_delegated_admin_account.delegation_inspector-eu-west-1': `${SECURITY}@eu-west-1`,
    });
    expect(importsOf(input, 'org-management')).toMatchObject({
      'aws_guardduty_detector.detection_guardduty-eu-central-1': `${detector('eu-central-1')}@eu-central-1`,
      'aws_securityhub_account.detection_securityhub-eu-west-1': '111111111111@eu-west-1',
      'aws_ce_anomaly_monitor.costs_anomaly-monitor': MONITOR,
    });
    expect(importsOf(input, 'security')).toMatchObject({
      'aws_securityhub_finding_aggregator.security-hub_aggregator': AGGREGATOR,
      'aws_detective_graph.detective_graph-eu-west-1': `${graph('eu-west-1')}@eu-west-1`,
    });
  });

  it('said to be on, but off: the lines take them away', async () => {
    const input = correlated();
    for (const name of ['management', 'security']) paste(input, (await doctor(input, name, ON)).lines);
    for (const name of ['management', 'security']) {
      const { findings, lines } = await doctor(input, name);
      expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['wrong']));
      paste(input, lines);
      // A section without lines is emptied by hand: the finding says which field to remove.
      for (const { consequence } of findings) expect(consequence).toMatch(/remove \w+\.\w*\.?existing/);
    }
  });
});

describe('what a person decides', () => {
  it.each([
    ['guardDuty.ListOrganizationAdminAccounts', { AdminAccounts: [{ AdminAccountId: '999999999999', AdminStatus: 'ENABLED' }] }, 'GuardDuty'],
    ['securityHub.ListOrganizationAdminAccounts', { AdminAccounts: [{ AccountId: '999999999999', Status: 'ENABLED' }] }, 'Security Hub'],
    ['macie.ListOrganizationAdminAccounts', { adminAccounts: [{ accountId: '999999999999', status: 'ENABLED' }] }, 'Macie'],
    ['detective.ListOrganizationAdminAccounts', { Administrators: [{ AccountId: '999999999999', GraphArn: graph('eu-west-1') }] }, 'Detective'],
    ['ListDelegatedAdminAccounts', { delegatedAdminAccounts: [{ accountId: '999999999999', status: 'ENABLED' }] }, 'Inspector'],
  ])('%s: another account is the administrator', async (operation, answer, title) => {
    const { findings } = await doctor(correlated(), 'management', { [operation]: answer });
    expect(findings.map(({ kind, what }) => `${kind}: ${what}`)).toEqual(
      [...REGIONS].sort().map((region) => `by-hand: ${title} is administered by account 999999999999 in ${region}, not by security (${SECURITY})`),
    );
  });

  it('findings that are gathered in another region than home', async () => {
    const elsewhere = AGGREGATOR.replace('eu-west-1', 'us-west-2');
    const { findings, lines } = await doctor(correlated(), 'security', {
      ListFindingAggregators: { FindingAggregators: [{ FindingAggregatorArn: elsewhere }] },
    });
    expect(findings).toMatchObject([{ kind: 'by-hand', what: `finding aggregator ${elsewhere}` }]);
    expect(lines).toEqual([]);
  });

  it('a trail of the same name; another one is worth a note', async () => {
    const trails = [
      {
        Name: 'organization',
        HomeRegion: 'eu-west-1',
        IsOrganizationTrail: true,
        S3BucketName: 'a',
        TrailARN: 'arn:aws:cloudtrail:eu-west-1:111111111111:trail/organization',
      },
      { Name: 'old', HomeRegion: 'us-east-1', IsOrganizationTrail: true, S3BucketName: 'b' },
      { Name: 'of one account', HomeRegion: 'us-east-1', IsOrganizationTrail: false, S3BucketName: 'c' },
    ];
    const { findings } = await doctor(correlated(), 'management', { DescribeTrails: { trailList: trails } });
    expect(findings.map(({ kind, what }) => `${kind}: ${what}`)).toEqual([
      'by-hand: trail arn:aws:cloudtrail:eu-west-1:111111111111:trail/organization, to bucket a',
      'note: organization trail old (us-east-1, to bucket b)',
    ]);
  });
});

it('below correlated they are a note, and nothing is asked of them', async () => {
  const { findings, sent } = await doctor(exampleInput(), 'management', {
    ListAWSServiceAccessForOrganization: {
      EnabledServicePrincipals: [{ ServicePrincipal: 'guardduty.amazonaws.com' }, { ServicePrincipal: 'inspector2.amazonaws.com' }],
    },
  });
  expect(findings.map(({ kind, what }) => `${kind}: ${what}`)).toContain('note: guardduty.amazonaws.com, inspector2.amazonaws.com are on in the organization');
  expect([...sent].filter((operation) => /OrganizationAdmin|DelegatedAdminAccounts|Detector|Hub|Graph/.test(operation))).toEqual([]);
});

describe('what AWS refuses to tell', () => {
  it.each(['management', 'security'])('%s: each operation denied alone is reported, never taken for nothing', async (name) => {
    const { sent } = await doctor(correlated(), name);
    expect(sent.size).toBeGreaterThan(12);
    for (const operation of sent) {
      const examination = await doctor(correlated(), name, { [operation]: awsError('AccessDeniedException', 403) });
      expect([operation, exitCode(examination)]).toEqual([operation, 2]);
    }
  });

  it('one region that does not answer hides no other', async () => {
    const { findings, couldNotLook } = await doctor(correlated(), 'security', {
      ...ON,
      ListGraphs: (_input, region) => (region === 'us-east-1' ? awsError('AccessDeniedException', 403) : { GraphList: [{ Arn: graph(region) }] }),
    });
    expect(findings.filter(({ what }) => what.startsWith('behavior graph'))).toHaveLength(2);
    expect(couldNotLook).toEqual(["Detective's behavior graph in us-east-1: AccessDeniedException (HTTP 403)"]);
  });
});

describe('over the wire', () => {
  /** A client whose transport answers as AWS does. */
  const answering = (statusCode: number, body: object, headers: Record<string, string> = {}) => {
    const { HttpResponse } = require('@smithy/core/protocols') as { HttpResponse: new (options: object) => object };
    const requests: { path: string; method: string }[] = [];
    const handle = async (request: { path: string; method: string }) => {
      requests.push(request);
      return {
        response: new HttpResponse({ statusCode, headers: { 'content-type': 'application/json', ...headers }, body: Buffer.from(JSON.stringify(body)) }),
      };
    };
    const requestHandler = { handle, metadata: { handlerProtocol: 'http/1.1' } };
    return {
      requests,
      options: { region: 'eu-west-1', credentials: { accessKeyId: 'proof', secretAccessKey: 'proof' }, requestHandler, maxAttempts: 1 } as never,
    };
  };

  it("Detective's graphs are read from its answer", async () => {
    const { options, requests } = answering(200, { GraphList: [{ Arn: graph('eu-west-1'), CreatedTime: '2026-01-02T03:04:05.000Z' }] });
    const answer = await readOnly(new DetectiveClient(options), 'detective').send(new ListGraphsCommand({}));
    expect(answer.GraphList?.[0]?.Arn).toBe(graph('eu-west-1'));
    expect(requests).toMatchObject([{ method: 'POST', path: '/graphs/list' }]);
  });

  it('a refusal says which permission is lacking, and whose policy has it', async () => {
    const { options } = answering(403, { message: null }, { 'x-amzn-errortype': 'AccessDeniedException' });
    const detective = readOnly(new DetectiveClient(options), 'detective');
    const input = correlated();
    const { blueprint } = loadBlueprint(input, exampleIds());
    const { aws } = fakeAws();
    const account = blueprint.accounts.security as never;
    const examination = await examine(
      account,
      blueprint,
      documentsOf(input),
      new Proxy(aws, { get: (target, name) => (name === 'detective' ? () => detective : target[name as never]) }),
    );
    expect(examination.couldNotLook).toEqual(
      REGIONS.map((region) => `Detective's behavior graph in ${region}: AccessDeniedException UnknownError (HTTP 403) needs detective:ListGraphs`),
    );
    expect(report(account, examination, [], 'blueprint.config.ts')).toContain(
      "  Look again with credentials that may: AWS's ReadOnlyAccess allows all of it but kms:Decrypt",
    );
  });

  it('Macie that is off is no refusal', async () => {
    const { options } = answering(403, { message: 'Macie is not enabled' }, { 'x-amzn-errortype': 'AccessDeniedException' });
    await expect(readOnly(new Macie2Client(options), 'macie2').send(new ListOrganizationAdminAccountsCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: 'Macie is not enabled',
      permission: 'macie2:ListOrganizationAdminAccounts',
    });
  });
});
