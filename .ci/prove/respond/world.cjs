// The account that is attacked, and what is told of it.
'use strict';
const { randomBytes } = require('node:crypto');
const { MEMBER, REGION, call, client } = require('./deployment.cjs');

/** Clients of the account that is attacked. */
async function member() {
  const { Credentials } = await call(client('sts', 'STS'), 'sts', 'AssumeRole', { RoleArn: `arn:aws:iam::${MEMBER}:role/attacker`, RoleSessionName: 'world' });
  const options = {
    region: REGION,
    credentials: { accessKeyId: Credentials.AccessKeyId, secretAccessKey: Credentials.SecretAccessKey, sessionToken: Credentials.SessionToken },
  };
  const of = (service, name) => ({ run: (operation, input) => call(client(service, name, options), service, operation, input) });
  return {
    ec2: of('ec2', 'EC2'),
    iam: of('iam', 'IAM'),
    s3: of('s3', 'S3'),
    cloudtrail: of('cloudtrail', 'CloudTrail'),
    config: of('config-service', 'ConfigService'),
    s3control: of('s3-control', 'S3Control'),
    guardduty: of('guardduty', 'GuardDuty'),
  };
}

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const finding = (type, resource, id = randomBytes(8).toString('hex')) => ({
  accountId: MEMBER,
  region: REGION,
  id,
  type,
  updatedAt: ago(4),
  severity: 8,
  service: { archived: false, resourceRole: 'ACTOR' },
  resource,
});
const trail = (service, eventName, more) => ({
  eventSource: `${service}.amazonaws.com`,
  eventName,
  eventID: randomBytes(8).toString('hex'),
  eventTime: ago(4),
  awsRegion: REGION,
  recipientAccountId: MEMBER,
  userIdentity: { type: 'AssumedRole' },
  eventType: 'AwsApiCall',
  ...more,
});

module.exports = { finding, member, trail };
