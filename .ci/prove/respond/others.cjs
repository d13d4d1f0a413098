// Keys, roles, buckets, objects and security groups.
'use strict';
const assert = require('node:assert');
const { MEMBER, REGION, drain, messages, proven, put } = require('./deployment.cjs');
const { finding, trail } = require('./world.cjs');

/** @param GroupId id of a security group that will be opened */
module.exports = async ({ world, automatic, GroupId }) => {
  // A leaked key
  await world.iam.run('CreateUser', { UserName: 'svc-legacy' });
  const { AccessKey } = await world.iam.run('CreateAccessKey', { UserName: 'svc-legacy' });
  const leaked = {
    eventTypeCode: 'AWS_RISK_CREDENTIALS_EXPOSED',
    service: 'RISK',
    eventArn: 'arn:aws:health:us-east-1::event/RISK/x/1',
    affectedAccount: MEMBER,
    affectedEntities: [{ entityValue: AccessKey.AccessKeyId }],
  };
  await put('platform-security', 'aws.health', 'AWS Health Event', leaked);
  await drain(automatic);
  assert.equal((await world.iam.run('ListAccessKeys', { UserName: 'svc-legacy' })).AccessKeyMetadata[0].Status, 'Inactive');
  assert.match(
    decodeURIComponent((await world.iam.run('GetUserPolicy', { UserName: 'svc-legacy', PolicyName: 'platform-revoked-sessions' })).PolicyDocument),
    /aws:TokenIssueTime/,
  );
  proven('a leaked key (AWS Health): disabled, sessions of its user revoked');

  await world.iam.run('CreateRole', { RoleName: 'web', Path: '/app/', AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}' });
  await put(
    'platform-security',
    'aws.guardduty',
    'GuardDuty Finding',
    finding('Persistence:IAMUser/AnomalousBehavior', { accessKeyDetails: { userType: 'AssumedRole', userName: 'web' } }),
  );
  await drain(automatic);
  assert.match(
    decodeURIComponent((await world.iam.run('GetRolePolicy', { RoleName: 'web', PolicyName: 'platform-revoked-sessions' })).PolicyDocument),
    /DateLessThan/,
  );
  proven('a role that behaves as never before: its sessions revoked');

  await world.s3.run('CreateBucket', { Bucket: 'pay-uploads', CreateBucketConfiguration: { LocationConstraint: REGION } });
  await put(
    'platform-security',
    'aws.s3',
    'AWS API Call via CloudTrail',
    trail('s3', 'DeleteBucketPublicAccessBlock', { requestParameters: { bucketName: 'pay-uploads' } }),
  );
  await drain(automatic);
  assert.equal((await world.s3.run('GetPublicAccessBlock', { Bucket: 'pay-uploads' })).PublicAccessBlockConfiguration.BlockPublicPolicy, true);
  proven('a bucket without its block: blocked again');

  await world.s3.run('PutObject', { Bucket: 'pay-uploads', Key: 'invoice.pdf', Body: 'x' });
  await put(
    'platform-security',
    'aws.guardduty',
    'GuardDuty Finding',
    finding('Object:S3/MaliciousFile', { s3BucketDetails: [{ name: 'pay-uploads', s3ObjectDetails: [{ key: 'invoice.pdf' }] }] }),
  );
  await drain(automatic);
  assert.equal((await world.s3.run('GetObjectTagging', { Bucket: 'pay-uploads', Key: 'invoice.pdf' })).TagSet[0].Key, 'Quarantine');
  proven('malware in an object: marked');

  const open = (port) => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: '0.0.0.0/0' }] });
  await world.ec2.run('AuthorizeSecurityGroupIngress', {
    GroupId,
    IpPermissions: [open(22), open(443), { ...open(22), IpRanges: [{ CidrIp: '203.0.113.0/24' }] }],
  });
  const opened = (...networks) =>
    trail('ec2', 'AuthorizeSecurityGroupIngress', {
      responseElements: { securityGroupRuleSet: { items: networks.map((network) => ({ groupId: GroupId, ...network })) } },
    });
  const rules = async () => {
    const { IpPermissions } = (await world.ec2.run('DescribeSecurityGroups', { GroupIds: [GroupId] })).SecurityGroups[0];
    return IpPermissions.flatMap(({ FromPort, IpRanges, Ipv6Ranges }) =>
      [...IpRanges.map(({ CidrIp }) => CidrIp), ...Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6)].map((network) => `${FromPort} ${network}`),
    ).sort();
  };
  await put('platform-security', 'aws.ec2', 'AWS API Call via CloudTrail', opened({ cidrIpv4: '0.0.0.0/0' }));
  await drain(automatic);
  assert.deepEqual(await rules(), ['22 203.0.113.0/24', '443 0.0.0.0/0']);
  proven('a security group that let the world in: that rule alone is gone');

  const parts = {
    ...open(22),
    IpRanges: ['0.0.0.0/1', '128.0.0.0/1'].map((CidrIp) => ({ CidrIp })),
    Ipv6Ranges: ['::/1', '8000::/1'].map((CidrIpv6) => ({ CidrIpv6 })),
  };
  await world.ec2.run('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions: [parts] });
  await put('platform-security', 'aws.ec2', 'AWS API Call via CloudTrail', opened({ cidrIpv4: '128.0.0.0/1' }));
  await drain(automatic);
  assert.deepEqual(await rules(), ['22 203.0.113.0/24', '443 0.0.0.0/0']);
  proven('the world in halves, IPv4 and IPv6: gone, too');

  await messages();
  await put('platform-security', 'aws.ec2', 'AWS API Call via CloudTrail', opened({ cidrIpv4: '203.0.113.0/24' }));
  assert.equal(await drain(automatic), 1);
  assert.deepEqual([await rules(), await messages()], [['22 203.0.113.0/24', '443 0.0.0.0/0'], []]);
  proven('an office that is let in: nothing is done, nobody is told');
};
