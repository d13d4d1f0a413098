import { loadBlueprint } from '../../../config/load';
import { exportingRegions, guardDutyPrincipals } from '../../../lib/findings-export';
import { administrator, principalNamed } from '../../../tools/can/corpus';
import { decide, type Request } from '../../../tools/can/decide';
import { Synthesized } from '../../../tools/can/synthesized';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const REGIONS = ['eu-central-1', 'eu-south-1', 'eu-west-1', 'us-east-1'];
const SECURITY = exampleIds().accounts.security as string;
const ARCHIVE = exampleIds().accounts['log-archive'] as string;
const BUCKET = `example-corp-logs-guardduty-${ARCHIVE}`;
const KEY = `arn:aws:kms:eu-west-1:${SECURITY}:alias/data/guardduty-findings`;
const OBJECT = `arn:aws:s3:::${BUCKET}/AWSLogs/444444444444/GuardDuty/us-east-1/2026/11/26/x.jsonl.gz`;
const everything = synth(everythingOn());
const synthesized = new Synthesized(loadBlueprint(everythingOn(), exampleIds()).blueprint, everything.documents);
const asks = async (principal: Request['principal'], action: string, resource: string, context: Record<string, string>) =>
  (await decide(synthesized, { principal, action, resource, context })).result === 'Allowed';
/** Without the organization's policies: the bucket's and the key's own must do. */
const asksAlone = async (arn: string, action: string, resource: string, context: Record<string, string>) =>
  (await decide(synthesized, { principal: service(arn), action, resource, context }, ['resource'])).result === 'Allowed';
const service = (arn: string): Request['principal'] => ({ arn, policies: [], at: SECURITY });
const detector = (region: string, account = SECURITY, what = 'detector/12abc34d567e8fa901bc2d34e56789f0') => ({
  'aws:SourceAccount': account,
  'aws:SourceArn': `arn:aws:guardduty:${region}:${account}:${what}`,
});
const under = (account: string) => ({ 's3:x-amz-server-side-encryption-aws-kms-key-id': `arn:aws:kms:eu-west-1:${account}:key/1234abcd` });

it('from step correlated on, every region publishes to the archive under the key of the security account', () => {
  const found = resources(everything, 'aws_guardduty_publishing_destination');
  expect(found.map(({ stack, attributes }) => [stack, attributes.region]).sort()).toEqual(REGIONS.map((region) => ['security', region]));
  for (const { attributes } of found)
    expect(attributes).toMatchObject({
      detector_id: `\${aws_guardduty_detector.guardduty_detector-${attributes.region}.id}`,
      destination_arn: `arn:aws:s3:::${BUCKET}`,
      kms_key_arn: '${aws_kms_key.guardduty_findings_key.arn}',
    });
  const bucket = ({ type, attributes }: { type: string; attributes: { bucket?: string } }) => type === 'aws_s3_bucket' && attributes.bucket === BUCKET;
  expect(
    resources(everything)
      .filter(bucket)
      .map(({ stack }) => stack),
  ).toEqual(['log-archive']);
  const below = resources(synth({ ...exampleInput(), detection: 'centralized' }));
  expect(below.filter((one) => bucket(one) || one.type === 'aws_guardduty_publishing_destination')).toEqual([]);
});

it('bucket and key are in one region, which findings may go to', () => {
  const enabled = ['eu-south-1', 'eu-west-1', 'me-south-1', 'us-east-1'];
  expect(exportingRegions({ home: 'eu-west-1', enabled })).toEqual(enabled);
  // A home that needs opt-in takes its own findings only.
  expect(exportingRegions({ home: 'eu-south-1', enabled })).toEqual(['eu-south-1']);
  expect(guardDutyPrincipals(['eu-south-1', 'eu-west-1'])).toEqual(['guardduty.amazonaws.com', 'guardduty.eu-south-1.amazonaws.com']);
});

it.each<[string, string, Record<string, string>, boolean]>([
  ['the detector at home', 'guardduty.amazonaws.com', detector('eu-west-1'), true],
  ['the detector of another region', 'guardduty.amazonaws.com', detector('us-east-1'), true],
  ['the detector of an opt-in region', 'guardduty.eu-south-1.amazonaws.com', detector('eu-south-1'), true],
  ['GuardDuty of a region that is not enabled', 'guardduty.me-south-1.amazonaws.com', detector('me-south-1'), false],
  ["a stranger's detector", 'guardduty.amazonaws.com', detector('eu-west-1', '999999999999'), false],
  ["a member's detector", 'guardduty.amazonaws.com', detector('eu-west-1', '444444444444'), false],
  ['GuardDuty for something else', 'guardduty.amazonaws.com', detector('eu-west-1', SECURITY, 'malware-protection-plan/1'), false],
  ['the right account and a foreign detector', 'guardduty.amazonaws.com', { ...detector('eu-west-1', '999999999999'), 'aws:SourceAccount': SECURITY }, false],
  ['our detector, for another account', 'guardduty.amazonaws.com', { ...detector('eu-west-1'), 'aws:SourceAccount': '999999999999' }, false],
  ['GuardDuty without a source', 'guardduty.amazonaws.com', {}, false],
  ['another service', 'macie.amazonaws.com', detector('eu-west-1'), false],
])('%s: writes, looks and encrypts, or none of it', async (_what, who, context, expected) => {
  expect(await asks(service(who), 's3:PutObject', OBJECT, { ...context, ...under(SECURITY) })).toBe(expected);
  expect(await asksAlone(who, 's3:PutObject', OBJECT, { ...context, ...under(SECURITY) })).toBe(expected);
  expect(await asksAlone(who, 's3:GetBucketLocation', `arn:aws:s3:::${BUCKET}`, context)).toBe(expected);
  expect(await asksAlone(who, 'kms:GenerateDataKey', KEY, context)).toBe(expected);
  for (const action of ['s3:GetObject', 's3:DeleteObject']) expect(await asks(service(who), action, OBJECT, context)).toBe(false);
  expect(await asks(service(who), 'kms:Decrypt', KEY, context)).toBe(false);
});

it('findings lie under a key of the security account alone, in the folder of logs', async () => {
  const guardDuty = service('guardduty.amazonaws.com');
  expect(await asks(guardDuty, 's3:PutObject', OBJECT, detector('eu-west-1'))).toBe(false);
  expect(await asks(guardDuty, 's3:PutObject', OBJECT, { ...detector('eu-west-1'), ...under('999999999999') })).toBe(false);
  expect(await asks(guardDuty, 's3:PutObject', `arn:aws:s3:::${BUCKET}/elsewhere/x`, { ...detector('eu-west-1'), ...under(SECURITY) })).toBe(false);
});

it('nobody adds findings or takes them away, but for break-glass', async () => {
  const role = (name: string) => administrator(`arn:aws:iam::${ARCHIVE}:role/${name}`);
  for (const name of ['Admin', 'platform/apply']) {
    expect(await asks(role(name), 's3:DeleteObjectVersion', OBJECT, {})).toBe(false);
    expect(await asks(role(name), 's3:PutObject', OBJECT, under(SECURITY))).toBe(false);
  }
  expect(await asks(role('platform/break-glass'), 's3:DeleteObjectVersion', OBJECT, {})).toBe(true);
});

it('the security team reads them where they lie, through S3; administrators of either account do not', async () => {
  const through = (account: string) => ({ 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': account });
  const team = principalNamed(synthesized, 'SecurityAdmin', 'log-archive');
  expect(await asks(team, 's3:GetObject', OBJECT, {})).toBe(true);
  expect(await asks(team, 'kms:Decrypt', KEY, through(ARCHIVE))).toBe(true);
  expect(await asks(team, 'kms:Decrypt', KEY, { 'kms:CallerAccount': ARCHIVE })).toBe(false);
  for (const [account, name] of [
    [ARCHIVE, 'Admin'],
    [ARCHIVE, 'platform/apply'],
    [SECURITY, 'Admin'],
    [SECURITY, 'platform/apply'],
  ] as const)
    expect([name, await asks(administrator(`arn:aws:iam::${account}:role/${name}`), 'kms:Decrypt', KEY, through(account))]).toEqual([name, false]);
});
