import { WebAclReplay } from '../../../tools/waf/web-acl-replay';
import { parseRequests } from '../../../tools/waf/web-request';
import { exampleInput } from '../../fixtures/example';
import { synth } from '../../support/synth';
import { ATTACK_KINDS } from './attack-kinds';
import { ATTACKS } from './attack-samples';
import { ATTACK_VARIANTS } from './attack-variants';
import { LOOK_ALIKES } from './look-alikes';
import { NORMAL } from './normal-samples';
import { WEB_APPLICATIONS } from './web-application-samples';

const { resources } = synth(exampleInput());
const acl = resources.find(({ stack, type }) => stack === 'prod' && type === 'aws_wafv2_web_acl');
if (!acl) throw new Error('prod has no web ACL');
/** A fresh one each time: rate limits count. */
const decide = (text: string) => {
  const [request] = parseRequests(text);
  if (!request) throw new Error('no request');
  return new WebAclReplay(acl, resources).decide(request);
};

it.each([...ATTACKS, ...ATTACK_VARIANTS, ...ATTACK_KINDS])('%s stops %j', (rule, request) => {
  const { action, rule: decided } = decide(request);
  expect([action, decided]).toEqual(['block', rule]);
});

it.each([...NORMAL, ...WEB_APPLICATIONS, ...LOOK_ALIKES].map((request) => [request]))('lets through %j', (request) => {
  expect(decide(request)).toEqual(expect.objectContaining({ action: 'allow', counted: [] }));
});

it('there are enough samples, and every rule has at least one', () => {
  expect(ATTACKS.length).toBeGreaterThanOrEqual(60);
  expect(NORMAL.length).toBeGreaterThanOrEqual(200);
  expect(ATTACK_VARIANTS.length).toBeGreaterThanOrEqual(60);
  expect(WEB_APPLICATIONS.length).toBeGreaterThanOrEqual(150);
  expect(ATTACK_KINDS.length).toBeGreaterThanOrEqual(400);
  expect(LOOK_ALIKES.length).toBeGreaterThanOrEqual(700);
  const own = acl.attributes.rule.map(({ name }: { name: string }) => name).filter((name: string) => !/^(AWSManaged|rate-limit)/.test(name));
  expect([...new Set([...ATTACKS, ...ATTACK_KINDS].map(([rule]) => rule))].sort()).toEqual(own.sort());
});
