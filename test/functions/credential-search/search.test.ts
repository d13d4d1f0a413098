import { type SearchEvent, START } from '../../../functions/credential-search/event';
import { Search } from '../../../functions/credential-search/search';
import { SOURCES } from '../../../functions/credential-search/source';
import { awsError } from '../../support/fake-aws';
import { fakeAccount, MINUTE } from '../../support/fake-searched-account';
import { accessKeyId, SECRETS, secretAccessKey } from './samples';

const EVENT: SearchEvent = { regions: ['eu-west-1', 'us-east-1'], personalData: ['payment-card'] };
const pair = () => `${accessKeyId()} ${secretAccessKey()}`;
const kinds = (account: ReturnType<typeof fakeAccount>) => account.open().map(({ ProductFields }) => ProductFields?.['Platform/Kind']);
const run = (account: ReturnType<typeof fakeAccount>, event = EVENT) => new Search(event, account.world).run();

describe('a search', () => {
  it('goes through every source of every region, and measures once', async () => {
    const account = fakeAccount();
    await run(account);
    expect(account.log.filter(({ task }) => task).length).toBe(2 * Object.keys(SOURCES).length);
    expect(account.metrics).toEqual([{ Found: 0, Unreadable: 0 }]);
    expect(account.findings.size).toBe(0);
  });

  it('reads page after page', async () => {
    const parameters = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`/p${index}`, index % 50 === 49 ? pair() : 'x']));
    const account = fakeAccount({ parameters });
    await run(account);
    expect(account.open().map(({ Resources }) => Resources?.[0]?.Id)).toEqual([
      'arn:aws:ssm:eu-west-1:444444444444:parameter/p49',
      'arn:aws:ssm:eu-west-1:444444444444:parameter/p99',
    ]);
    expect(account.metrics).toEqual([{ Found: 2, Unreadable: 0 }]);
  });

  it('asks for no SecureString, and never for decryption', async () => {
    const account = fakeAccount({ parameters: { '/plain': 'x' }, secure: { '/decoy/password': pair() } });
    await run(account);
    expect(account.sent('GetParameters').map(({ Names, WithDecryption }) => [Names, WithDecryption])).toEqual([[['/plain'], false]]);
    expect(account.findings.size).toBe(0);
  });

  it('says nothing twice: neither again the next day, nor when somebody has suppressed it', async () => {
    const account = fakeAccount({ parameters: { '/a': pair() } });
    await run(account);
    expect(kinds(account)).toEqual(['access-key']);
    const imports = account.sent('BatchImportFindings').length;
    for (const one of account.findings.values()) one.Workflow = { Status: 'SUPPRESSED' };
    await run(account);
    expect(account.sent('BatchImportFindings').length).toBe(imports);
  });

  it('a secret that was replaced by another one is news, and the old finding is archived', async () => {
    const account = fakeAccount({ parameters: { '/a': pair() } });
    await run(account);
    account.parameters['/a'] = pair();
    await run(account);
    expect([...account.findings.values()].map(({ RecordState }) => RecordState)).toEqual(['ARCHIVED', 'ACTIVE']);
  });

  it('what comes back is active again', async () => {
    const value = pair();
    const account = fakeAccount({ parameters: { '/a': value } });
    await run(account);
    delete account.parameters['/a'];
    await run(account);
    expect(kinds(account)).toEqual([]);
    account.parameters['/a'] = value;
    await run(account);
    expect(kinds(account)).toEqual(['access-key']);
    expect(account.findings.size).toBe(1);
  });

  it('leaves findings of others alone', async () => {
    const account = fakeAccount();
    const other = { Id: 'other', GeneratorId: 'guardduty', AwsAccountId: '444444444444', RecordState: 'ACTIVE' };
    account.findings.set('other', other as never);
    await run(account);
    expect(account.findings.get('other')).toBe(other);
  });

  it('no value leaves it: not in findings, not in the log', async () => {
    const texts = SECRETS.map(({ text }) => text());
    const account = fakeAccount({ parameters: Object.fromEntries(texts.map((text, index) => [`/p${index}`, text])) });
    await run(account);
    const told = JSON.stringify([[...account.findings.values()], account.log, account.metrics]);
    for (const text of texts) for (const word of text.split(/[\s:=@/]+/).filter((one) => one.length >= 16)) expect(told).not.toContain(word);
    expect(account.open().length).toBeGreaterThanOrEqual(SECRETS.length);
  });
});

describe('what cannot be read', () => {
  it('is counted, and keeps the findings that it had', async () => {
    const account = fakeAccount({ parameters: { '/a': pair() } });
    await run(account);
    account.denied.add('/a');
    await run(account);
    expect(kinds(account)).toEqual(['access-key']);
    expect(account.metrics.at(-1)).toEqual({ Found: 1, Unreadable: 1 });
  });

  it('a function whose key does not open', async () => {
    const account = fakeAccount({
      answers: {
        ListFunctions: {
          Functions: [{ FunctionArn: 'arn:aws:lambda:eu-west-1:444444444444:function:f', Environment: { Error: { ErrorCode: 'AccessDenied' } } }],
        },
      },
    });
    await run(account, { ...EVENT, regions: ['eu-west-1'] });
    expect(account.metrics).toEqual([{ Found: 0, Unreadable: 1 }]);
  });

  it('an instance that ended in the meantime', async () => {
    const account = fakeAccount({
      answers: {
        DescribeInstances: { Reservations: [{ Instances: [{ InstanceId: 'i-1' }] }] },
        DescribeInstanceAttribute: awsError('InvalidInstanceID.NotFound'),
      },
    });
    await run(account);
    expect(account.metrics).toEqual([{ Found: 0, Unreadable: 0 }]);
  });
});

describe('instances of a group', () => {
  it('are one place: a new instance with the same user data is no news', async () => {
    const instance = (InstanceId: string) => ({ InstanceId, Tags: [{ Key: 'aws:autoscaling:groupName', Value: 'web' }] });
    let running = [instance('i-1'), instance('i-2')];
    const account = fakeAccount({
      answers: {
        DescribeInstances: (_input, region) => ({ Reservations: region === 'eu-west-1' ? [{ Instances: running }] : [] }),
        DescribeInstanceAttribute: { UserData: { Value: Buffer.from(`key ${pair()}`).toString('base64') } },
      },
    });
    await run(account);
    running = [instance('i-3')];
    await run(account);
    expect(account.sent('DescribeInstanceAttribute').length).toBe(2);
    expect([...account.findings.values()].map(({ Resources, RecordState }) => [Resources?.[0]?.Id, RecordState])).toEqual([
      ['arn:aws:autoscaling:eu-west-1:444444444444:autoScalingGroup:*:autoScalingGroupName/web', 'ACTIVE'],
    ]);
  });
});

describe('failures', () => {
  it('one source that fails does not hold up the others, is tried again, and then fails the run, without a metric', async () => {
    const account = fakeAccount({ parameters: { '/a': pair() }, answers: { ListTaskDefinitions: awsError('AccessDeniedException', 403) } });
    await expect(run(account)).rejects.toThrow('not searched: eu-west-1 task-definitions, us-east-1 task-definitions');
    expect(account.sent('ListTaskDefinitions').length).toBe(4);
    expect(kinds(account)).toEqual(['access-key']);
    expect(account.metrics).toEqual([]);
  });

  it('one that works at the second try is no failure', async () => {
    let calls = 0;
    const account = fakeAccount({ answers: { DescribeStacks: () => (++calls === 1 ? awsError('Throttling') : { Stacks: [] }) } });
    await run(account);
    expect(account.metrics).toHaveLength(1);
  });

  it('a finding that Security Hub does not take fails the run', async () => {
    const account = fakeAccount({
      parameters: { '/a': pair() },
      answers: { BatchImportFindings: { FailedCount: 1, FailedFindings: [{ ErrorCode: 'InvalidInput' }] } },
    });
    await expect(run(account)).rejects.toThrow('not searched: eu-west-1 parameters');
  });

  it('nothing is archived in a source that was not read to its end', async () => {
    const account = fakeAccount({ parameters: { '/a': pair() } });
    await run(account);
    account.answers.GetParameters = awsError('InternalServerError', 500);
    await expect(run(account)).rejects.toThrow('not searched');
    expect(kinds(account)).toEqual(['access-key']);
  });
});

describe('a big account', () => {
  const many = () => Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`/p${String(index).padStart(3, '0')}`, index % 40 === 0 ? pair() : 'x']));

  it('is searched by several runs: each goes on where the one before it stopped, and nothing is archived or lost in between', async () => {
    const account = fakeAccount({ parameters: many() });
    // A page of parameters takes five minutes.
    account.onList('DescribeParameters', () => account.pass(5 * MINUTE));
    let event: SearchEvent | undefined = EVENT;
    let runs = 0;
    while (event && runs < 20) {
      account.begin();
      await run(account, event);
      runs++;
      event = account.handedOn.shift();
    }
    expect(runs).toBe(2);
    expect(account.log.filter(({ task }) => task === 'eu-west-1 parameters')).toEqual([{ task: 'eu-west-1 parameters', open: 5, archived: 0 }]);
    expect(account.open()).toHaveLength(5);
    expect(account.metrics).toEqual([{ Found: 5, Unreadable: 0 }]);
    expect(account.sent('GetParameters').filter(({ region }) => region === 'eu-west-1').length).toBe(200);
  });

  it('has its findings looked through to the last page', async () => {
    const account = fakeAccount({ parameters: many() });
    await run(account);
    delete account.parameters['/p160'];
    await run(account);
    expect(account.open()).toHaveLength(4);
  });

  it('comes to an end: a chain of runs is not endless', async () => {
    const account = fakeAccount({ parameters: many() });
    account.pass(14 * MINUTE);
    await expect(run(account, { ...EVENT, cursor: { ...START, runs: 11 } })).rejects.toThrow('not searched');
    expect(account.handedOn).toEqual([]);
  });

  it('the rest of a search fits into an event', async () => {
    const account = fakeAccount();
    account.pass(14 * MINUTE);
    const seen = Array.from({ length: 5000 }, (_, index) => String(index).padStart(24, '0'));
    await run(account, { ...EVENT, cursor: { ...START, seen, page: 'x'.repeat(1000) } });
    expect(JSON.stringify(account.handedOn[0]).length).toBeLessThan(256 * 1024);
  });
});
