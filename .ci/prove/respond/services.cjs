// What watches and what blocks: trails, recorders, the account's block of public access, detectors.
'use strict';
const assert = require('node:assert');
const { MEMBER, REGION, drain, messages, proven, put } = require('./deployment.cjs');
const { trail } = require('./world.cjs');

module.exports = async ({ world, automatic }) => {
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
