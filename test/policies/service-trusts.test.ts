import { loadBlueprint } from '../../config/load';
import { NAMING_THE_ACCOUNT } from '../../policies/role/services-naming-the-account';
import { decide } from '../../tools/can/decide';
import { Synthesized } from '../../tools/can/synthesized';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import everythingOn from '../fixtures/everything-on';
import { exampleIds } from '../fixtures/example';
import { resources, synth } from '../support/synth';

const everything = synth(everythingOn(exampleIds()));
const synthesized = new Synthesized(loadBlueprint(everythingOn(exampleIds()), exampleIds()).blueprint, everything.documents);

/** Roles that a service of AWS takes, with the account that they are in. */
const roles = resources(everything, 'aws_iam_role').flatMap(({ stack, attributes: { name, path, assume_role_policy } }) => {
  const account: string = everything.documents.get(stack).provider.aws[0].allowed_account_ids[0];
  const services: string[] = JSON.parse(assume_role_policy).Statement.flatMap(({ Principal }: TerraformJson) => Principal?.Service ?? []);
  return services.map((service) => ({ service, account, arn: `arn:aws:iam::${account}:role${path}${name}` }));
});
const takes = async ({ service, account, arn }: (typeof roles)[number], context: Record<string, string>): Promise<boolean> => {
  const principal = { arn: service, policies: [], at: account };
  return (await decide(synthesized, { principal, action: 'sts:AssumeRole', resource: arn, context }, ['rcp', 'resource'])).result === 'Allowed';
};
const ofService = [...new Map(roles.map((role) => [role.service, role])).values()];

it('finds the roles of services', () => {
  expect(ofService.map(({ service }) => service)).toEqual(
    expect.arrayContaining(['backup.amazonaws.com', 'cloudtrail.amazonaws.com', 'config.amazonaws.com', 'events.amazonaws.com', 's3.amazonaws.com']),
  );
});

it.each(ofService)('$service takes its role for our account, and for nobody else that it names', async (role) => {
  expect(await takes(role, { 'aws:SourceAccount': role.account })).toBe(true);
  expect(await takes(role, { 'aws:SourceAccount': '999999999999' })).toBe(false);
});

it.each(ofService)('$service takes its role without a word on the account exactly where AWS does not document one', async (role) => {
  expect(await takes(role, {})).toBe(!(role.service in NAMING_THE_ACCOUNT));
});
