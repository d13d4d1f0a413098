// Keys, roles, buckets, objects, security groups, trails and detectors.
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

  await world.s3.run('CreateBucket', { Bucket: 'trail-logs', CreateBucketConfiguration: { LocationConstraint: REGION } });
  await world.cloudtrail.run('CreateTrail', { Name: 'local', S3BucketName: 'trail-logs' });
  await world.cloudtrail.run('StopLogging', { Name: 'local' });
  await put('platform-security', 'aws.cloudtrail', 'AWS API Call via CloudTrail', trail('cloudtrail', 'StopLogging', { requestParameters: { name: 'local' } }));
  await drain(automatic);
  assert.equal((await world.cloudtrail.run('GetTrailStatus', { Name: 'local' })).IsLogging, true);
  proven('a trail that was stopped: logging again');

  const recorder = { name: 'default', roleARN: `arn:aws:iam::${MEMBER}:role/config`, recordingGroup: { allSupported: true } };
  await world.config.run('PutConfigurationRecorder', { ConfigurationRecorder: recorder });
  await world.config.run('PutDeliveryChannel', { DeliveryChannel: { name: 'default', s3BucketName: 'trail-logs' } });
  const recording = async () => (await world.config.run('DescribeConfigurationRecorderStatus', {})).ConfigurationRecordersStatus[0].recording;
  await world.config.run('StartConfigurationRecorder', { ConfigurationRecorderName: 'default' });
  await world.config.run('StopConfigurationRecorder', { ConfigurationRecorderName: 'default' });
  assert.equal(await recording(), false);
  const stopped = trail('config', 'StopConfigurationRecorder', { requestParameters: { configurationRecorderName: 'default' } });
  await put('platform-security', 'aws.config', 'AWS API Call via CloudTrail', stopped);
  await drain(automatic);
  assert.equal(await recording(), true);
  proven('a recorder of AWS Config that was stopped: recording again');

  const all = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };
  const account = { AccountId: MEMBER };
  const blocked = async () => (await world.s3control.run('GetPublicAccessBlock', account)).PublicAccessBlockConfiguration;
  await put('platform-security', 'aws.s3', 'AWS API Call via CloudTrail', trail('s3', 'DeleteAccountPublicAccessBlock'));
  await drain(automatic);
  assert.deepEqual(await blocked(), all);
  proven('an account without its block of public access: blocked');
  await world.s3control.run('PutPublicAccessBlock', { ...account, PublicAccessBlockConfiguration: { ...all, BlockPublicPolicy: false } });
  await messages();
  await put('platform-security', 'aws.s3', 'AWS API Call via CloudTrail', trail('s3', 'PutAccountPublicAccessBlock'));
  await drain(automatic);
  assert.deepEqual(await blocked(), all);
  assert.match((await messages()).join(), /DONE: public-access-block/);
  proven('one that was narrowed: whole again, and people are told');
  await put('platform-security', 'aws.s3', 'AWS API Call via CloudTrail', trail('s3', 'PutAccountPublicAccessBlock'));
  assert.equal(await drain(automatic), 1);
  assert.deepEqual(await messages(), []);
  proven('one that a pipeline sets as it is: nothing is done, nobody is told');

  const { DetectorId } = await world.guardduty.run('CreateDetector', { Enable: true });
  await world.guardduty.run('UpdateDetector', { DetectorId, Enable: false });
  await put(
    'platform-security',
    'aws.guardduty',
    'AWS API Call via CloudTrail',
    trail('guardduty', 'UpdateDetector', { requestParameters: { enable: false } }),
  );
  await drain(automatic);
  assert.equal((await world.guardduty.run('GetDetector', { DetectorId })).Status, 'ENABLED');
  proven('a detector that was disabled: enabled again');
};
