import { lossesBetween, lossMessage } from '../tools/synthesis/stateful-inventory';
import { exampleIds, exampleInput, withoutEnvironment } from './fixtures/example';
import { synth } from './support/synth';

const withKey = exampleInput();
withKey.dataClasses.customer.additionalRegions = ['eu-central-1'];
const before = synth(withKey);

const losses = (after: ReturnType<typeof synth>, accepted: string[] = []) => lossesBetween(before.inventory, after.inventory, after.documents, accepted);

describe('stateful things cannot vanish', () => {
  it('an environment deleted from the configuration: every address is named, with the remedy', () => {
    const input = withoutEnvironment(structuredClone(withKey), 'test');
    const lost = losses(synth(input));
    expect(lost.map(({ stack, address }) => `${stack}/${address}`)).toEqual(
      expect.arrayContaining([
        'org/aws_organizations_account.account_test',
        'org/aws_organizations_organizational_unit.unit_workloads-test',
        'test/aws_vpc.network_vpc',
        'test-state/aws_s3_bucket.foundation_state_bucket',
      ]),
    );
    const text = lossMessage(lost);
    expect(text).toContain(
      "org/aws_organizations_account.account_test: left the configuration; keep environments.test and set its status to 'retired', or pass --accept-loss org/aws_organizations_account.account_test if it is to be lost",
    );
  });

  it('a lower step of detection is told as what it is: the environment is still there', () => {
    const high = synth({ ...exampleInput(), detection: 'deception' });
    const low = synth(exampleInput());
    const text = lossMessage(lossesBetween(high.inventory, low.inventory, low.documents, []));
    expect(text).toContain(
      'dev/aws_s3_bucket.decoys_bucket_bucket: left the configuration; take back what removes it, such as a lower step of `detection` or an option that was switched off, or move the resource with moveTo, or pass --accept-loss',
    );
    expect(text).not.toContain("set its status to 'retired'");
  });

  it('a key deleted from the configuration, and accepted', () => {
    const after = synth(exampleInput());
    const lost = losses(after);
    expect(lost.map(({ stack, address }) => `${stack}/${address}`).sort()).toEqual(
      ['dev', 'prod', 'test'].map((stack) => `${stack}/aws_kms_key.key_customer-eu-central-1_key`),
    );
    expect(losses(after, ['aws_kms_key.key_customer-eu-central-1_key'])).toEqual([]);
    expect(losses(after, ['prod/aws_kms_key.key_customer-eu-central-1_key'])).toHaveLength(2);
  });

  it('a key retired leaves a tombstone that destroys nothing', () => {
    const input = structuredClone(withKey);
    input.dataClasses.customer.additionalRegions = [{ region: 'eu-central-1', status: 'retired' }];
    const after = synth(input);
    expect(losses(after)).toEqual([]);
    expect(after.documents.get('prod').removed).toEqual([{ from: 'aws_kms_key.key_customer-eu-central-1_key', lifecycle: { destroy: false } }]);
    expect(after.inventory.prod?.['aws_kms_key.key_customer-eu-central-1_key']).toBe('removed');
    // A tombstone that is cut away too early would destroy after all.
    expect(lossesBetween(after.inventory, synth(exampleInput()).inventory, new Map(), [])).toHaveLength(3);
  });

  it('an environment retired: its stacks hold nothing but tombstones, its account leaves the state', () => {
    const input = structuredClone(withKey);
    Object.assign(input.environments.test ?? {}, { status: 'retired' });
    const after = synth(input);
    expect(losses(after)).toEqual([]);
    for (const stack of ['test', 'test-state']) {
      const document = after.documents.get(stack);
      expect([document.resource, document.data, document.output]).toEqual([undefined, undefined, undefined]);
      expect(document.removed.length).toBeGreaterThan(0);
      for (const { lifecycle } of document.removed) expect(lifecycle).toEqual({ destroy: false });
    }
    expect(after.documents.get('org').removed).toContainEqual({ from: 'aws_organizations_account.account_test', lifecycle: { destroy: false } });
    expect(JSON.stringify(after.documents.get('org').output)).not.toContain('account_test');
  });

  it('a fork may cut an example without ids to size', () => {
    const unbound = synth(exampleInput(), {});
    expect(new Set(Object.values(unbound.inventory).flatMap((addresses) => Object.values(addresses)))).toEqual(new Set(['unbound']));
    const after = synth(withoutEnvironment(exampleInput(), 'test'), {});
    expect(lossesBetween(unbound.inventory, after.inventory, after.documents, [])).toEqual([]);
  });

  it('keeps addresses of accounts without ids out of the refusal while others count', () => {
    const { test: _removed, ...accounts } = exampleIds().accounts;
    const inventory = synth(exampleInput(), { ...exampleIds(), accounts }).inventory;
    expect(inventory.org?.['aws_organizations_account.account_test']).toBe('unbound');
    expect(inventory.org?.['aws_organizations_account.account_prod']).toBe('bound');
    expect(Object.values(inventory.test ?? {})).toEqual(expect.arrayContaining(['unbound']));
  });
});
