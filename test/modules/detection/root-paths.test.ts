import { loadBlueprint } from '../../../config/load';
import { Alerting } from '../../../tools/detections/alerting';
import { eventOf, ladder } from '../../../tools/detections/coverage';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { record } from '../../support/cloudtrail';
import { synth } from '../../support/synth';

const ids = exampleIds();
const steps = ladder(loadBlueprint(exampleInput(), ids).blueprint, ({ detection }) => synth({ ...exampleInput(), detection }, ids));
const root = (account: string) => ({ userIdentity: { type: 'Root', arn: `arn:aws:iam::${account}:root`, accountId: account } });
const use = (account: string, region: string, call = 's3:CreateBucket') => eventOf(record(account, root(account), call, { region }));
const PEOPLE = ['platform-alert-root-use', 'platform-root-use'];
const told = (alerting: Alerting, event: object) => [...new Set(alerting.on(event).map(({ name }) => name))].filter((name) => PEOPLE.includes(name)).sort();
const accounts = [ids.organization.managementAccountId, ...Object.values(ids.accounts)];

describe.each(steps)('$step', ({ step, alerting }) => {
  it.each(accounts)('root in %s is told by the trail, and from correlated on by the bus, too', (account) => {
    for (const region of ['eu-west-1', 'eu-central-1'])
      expect(told(alerting, use(account, region))).toEqual(['native', 'centralized'].includes(step) ? ['platform-root-use'] : PEOPLE);
  });

  it('root only looks around: EventBridge hands such calls to no rule that does not ask for all of them, the trail alone hears', () => {
    expect(told(alerting, use('444444444444', 'eu-west-1', 's3:ListBuckets'))).toEqual(['platform-root-use']);
  });

  it('a region that is not enabled: the trail alone hears', () => {
    expect(told(alerting, use('444444444444', 'ap-south-1'))).toEqual(['platform-root-use']);
  });
});

describe('each path goes on without the other', () => {
  const synthesis = synth({ ...exampleInput(), detection: 'deception' }, ids);
  const without = (gone: (name: string) => boolean) =>
    new Alerting({ ...synthesis, resources: synthesis.resources.filter(({ attributes }) => !gone(`${attributes.name ?? ''}`)) });

  it('somebody who rules the management account takes the filter of the trail away', () => {
    expect(
      told(
        without((name) => name === 'root-use'),
        use('444444444444', 'eu-west-1'),
      ),
    ).toEqual(['platform-alert-root-use']);
  });
  it('somebody who rules the account takes the rule that forwards away', () => {
    expect(
      told(
        without((name) => name === 'platform-forward-root-use'),
        use('444444444444', 'eu-west-1'),
      ),
    ).toEqual(['platform-root-use']);
  });
});
