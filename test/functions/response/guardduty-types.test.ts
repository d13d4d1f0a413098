import { readFileSync, writeFileSync } from 'node:fs';
import { FAMILIES, type Family } from '../../../functions/response/incident';
import { recognize } from '../../../functions/response/recognize';
import { familyOf } from '../../../functions/response/recognize/guardduty';
import { FORWARDED_PATTERNS } from '../../../modules/detection/response-patterns';
import { matchesEventPattern } from '../../../tools/detections/event-pattern';
import { guardDuty } from '../../corpora/events/sample-events';
import { GUARDDUTY_TYPES } from '../../corpora/guardduty-types';

const PAGE = 'docs/response-guardduty.md';
const at = { updatedAt: '2026-11-20T10:00:00Z' };
const reaches = (type: string) => matchesEventPattern(FORWARDED_PATTERNS.guardduty, guardDuty(type, 8, at));

it('there are some two hundred types, each once', () => {
  expect(GUARDDUTY_TYPES.length).toBeGreaterThan(190);
  expect(new Set(GUARDDUTY_TYPES).size).toBe(GUARDDUTY_TYPES.length);
});

it.each(GUARDDUTY_TYPES)('%s: what has a family reaches the function', (type) => {
  if (familyOf(type)) expect(reaches(type)).toBe(true);
});

it('nothing reaches the function that has no family', () => {
  const idle = GUARDDUTY_TYPES.filter((type) => reaches(type) && !familyOf(type));
  expect(idle).toEqual([]);
});

it('docs/response-guardduty.md says what becomes of each', () => {
  const group = (family: Family | undefined) => GUARDDUTY_TYPES.filter((type) => familyOf(type) === family).sort();
  const rows = [...FAMILIES, undefined].flatMap((family) => group(family).map((type) => `| \`${type}\` | ${family ? `\`${family}\`` : 'people'} |`));
  const lines = readFileSync(PAGE, 'utf8').split('\n');
  const isRow = (line: string) => /^\| `\w+:[^`]+` \| /.test(line);
  if (process.env.UPDATE_DOCS) {
    const first = lines.findIndex((line) => line.startsWith('|---')) + 1;
    writeFileSync(PAGE, [...lines.slice(0, first), ...rows, ...lines.slice(first).filter((line) => !isRow(line))].join('\n'));
    return;
  }
  expect(lines.filter(isRow)).toEqual(rows); // UPDATE_DOCS=1 writes them
});

describe('attack sequences', () => {
  const finding = (type: string, sequence: object, more: object = {}) =>
    guardDuty(`AttackSequence:${type}`, 9, {
      ...at,
      service: { archived: false, detection: { sequence }, ...more },
      resource: { resourceType: 'AttackSequence' },
    });
  const actor = (type: string, name: string, credentialUid = `ASIA${'X'.repeat(16)}`) => ({
    id: `${type}:${name}`,
    user: { type, name, uid: 'u', credentialUid },
  });
  const targets = (event: object) => recognize(event as never).map(({ family, target }) => [family, target]);

  it.each(['IAM/CompromisedCredentials', 'S3/CompromisedData'])('%s: whoever carried it out loses their credentials, each once', (type) => {
    const key = `AKIA${'X'.repeat(16)}`;
    const actors = [actor('AssumedRole', 'web'), actor('AssumedRole', 'web', `ASIA${'Y'.repeat(16)}`), actor('IAMUser', 'svc', key), actor('Root', 'root'), {}];
    expect(targets(finding(type, { actors }))).toEqual([
      ['exposed-key', { kind: 'role', roleName: 'web' }],
      ['exposed-key', { kind: 'access-key', accessKeyId: key }],
      ['exposed-key', { kind: 'nothing', what: 'credentials of kind Root (root)' }],
    ]);
  });

  it('EC2/CompromisedInstanceGroup: its instances are cut off, nothing else that takes part', () => {
    const resources = [
      { resourceType: 'EC2_INSTANCE', uid: 'arn:aws:ec2:eu-west-1:444444444444:instance/i-0a1' },
      { resourceType: 'EC2_INSTANCE', uid: 'i-0b2' },
      { resourceType: 'EC2_INSTANCE', uid: 'i-0b2' },
      { resourceType: 'EC2_VPC', uid: 'arn:aws:ec2:eu-west-1:444444444444:vpc/vpc-1' },
      { resourceType: 'AUTOSCALING_AUTO_SCALING_GROUP', uid: 'web' },
    ];
    expect(targets(finding('EC2/CompromisedInstanceGroup', { resources }))).toEqual([
      ['compromised-instance', { kind: 'instance', instanceId: 'i-0a1' }],
      ['compromised-instance', { kind: 'instance', instanceId: 'i-0b2' }],
    ]);
  });

  it.each([
    'EKS/CompromisedCluster',
    'ECS/CompromisedCluster',
    'EC2/CompromisedInstanceGroup',
    'IAM/CompromisedCredentials',
  ])('%s without anything that a response could take: people are told', (type) => {
    const resources = [{ resourceType: 'EKS_CLUSTER', uid: 'arn:aws:eks:eu-west-1:444444444444:cluster/c' }];
    expect(targets(finding(type, { resources }))).toMatchObject([[expect.any(String), { kind: 'nothing' }]]);
  });

  it('a sample is none', () => {
    expect(targets(finding('IAM/CompromisedCredentials', { actors: [actor('AssumedRole', 'web')] }, { additionalInfo: { value: '{"sample":true}' } }))).toEqual(
      [],
    );
  });
});

it.each([
  ['a task of AWS Fargate', 'Backdoor:Runtime/C&CActivity.B', { resourceType: 'ECSCluster', ecsClusterDetails: { name: 'c' } }],
  ['a container', 'Execution:Container/MaliciousFile', { resourceType: 'Container' }],
  ['a snapshot', 'Execution:EC2/MaliciousFile!Snapshot', { resourceType: 'EBSSnapshot' }],
  ['an instance that is gone', 'Backdoor:EC2/Spambot', { resourceType: 'Instance' }],
  ['a pod', 'Execution:Kubernetes/MaliciousFile', { resourceType: 'EKSCluster' }],
])('%s is left to people, and does not fail until its queue rings', (_what, type, resource) => {
  expect(recognize(guardDuty(type, 8, { ...at, resource }) as never)).toMatchObject([{ target: { kind: 'nothing' } }]);
});

it('a node of a cluster is an instance', () => {
  const resource = { resourceType: 'EKSCluster', instanceDetails: { instanceId: 'i-1' } };
  expect(recognize(guardDuty('Execution:Runtime/ReverseShell', 8, { ...at, resource }) as never)).toMatchObject([
    { target: { kind: 'instance', instanceId: 'i-1' } },
  ]);
});
