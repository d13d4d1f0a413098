import everythingOn from '../../fixtures/everything-on';
import { resources, synth } from '../../support/synth';

const prod = resources(synth(everythingOn())).filter(({ stack }) => stack === 'prod');
const only = (type: string) => prod.filter((resource) => resource.type === type);

it('automatic response has a protection and, for a load balancer, a web ACL before it', () => {
  const responses = only('aws_shield_application_layer_automatic_response');
  expect(responses.map(({ attributes }) => attributes.action).sort()).toEqual(['BLOCK', 'COUNT']);
  const protectedArns = only('aws_shield_protection').map(({ attributes }) => attributes.resource_arn);
  for (const { attributes } of responses) {
    expect(protectedArns).toContain(attributes.resource_arn);
    expect(attributes.depends_on).toContainEqual(expect.stringMatching(/^aws_shield_protection\./));
    if (attributes.resource_arn.includes('loadbalancer')) expect(attributes.depends_on).toContain('aws_wafv2_web_acl_association.shield_resource_shop_web-acl');
  }
  const [association] = only('aws_wafv2_web_acl_association');
  expect(association?.attributes).toEqual(expect.objectContaining({ web_acl_arn: '${aws_wafv2_web_acl.web-acl_web-acl.arn}', region: 'eu-west-1' }));
});

it('everything of Shield waits for the subscription', () => {
  for (const { name, type, attributes } of prod.filter((resource) =>
    /^aws_shield_(protection|protection_group|proactive_engagement|drt_access_role_arn_association)$/.test(resource.type),
  ))
    expect([`${type}.${name}`, attributes.depends_on]).toEqual([`${type}.${name}`, expect.arrayContaining(['aws_shield_subscription.shield_subscription'])]);
});

it('groups hold the ARNs of their members, health checks belong to their protection', () => {
  const group = only('aws_shield_protection_group').find(({ attributes }) => attributes.pattern === 'ARBITRARY')?.attributes;
  expect([group.aggregation, group.members.length]).toEqual(['MAX', 2]);
  expect(only('aws_shield_protection_health_check_association')[0]?.attributes).toEqual(
    expect.objectContaining({
      health_check_arn: 'arn:aws:route53:::healthcheck/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
      shield_protection_id: '${aws_shield_protection.shield_resource_shop_protection.id}',
    }),
  );
});

it('the response team gets its AWS policy and no more, for this account', () => {
  const role = only('aws_iam_role').find(({ attributes }) => attributes.name === 'shield-response-team')?.attributes;
  expect(role.path).toBe('/platform/service/');
  const [statement] = JSON.parse(role.assume_role_policy).Statement;
  expect([statement.Principal, statement.Condition]).toEqual([
    { Service: 'drt.shield.amazonaws.com' },
    { StringEqualsIfExists: { 'aws:SourceAccount': '444444444444' } },
  ]);
  expect(only('aws_iam_role_policy_attachment').filter(({ attributes }) => attributes.role.includes('shield'))).toHaveLength(1);
});
