// Instances: dry run, isolation, a second delivery, approval.
'use strict';
const assert = require('node:assert');
const { drain, functionWith, measured, messages, proven, put, send } = require('./deployment.cjs');
const { finding } = require('./world.cjs');

/** @returns id of a security group of the network that was made */
module.exports = async ({ topic, world, automatic }) => {
  // Malware: an instance with two groups, one volume
  const { Vpc } = await world.ec2.run('CreateVpc', { CidrBlock: '10.9.0.0/16' });
  const { Subnet } = await world.ec2.run('CreateSubnet', { VpcId: Vpc.VpcId, CidrBlock: '10.9.1.0/24' });
  const { GroupId } = await world.ec2.run('CreateSecurityGroup', { GroupName: 'shop', Description: 'shop', VpcId: Vpc.VpcId });
  const launch = async () =>
    (await world.ec2.run('RunInstances', { ImageId: 'ami-12c6146b', MinCount: 1, MaxCount: 1, SubnetId: Subnet.SubnetId, SecurityGroupIds: [GroupId] }))
      .Instances[0].InstanceId;
  const instance = await launch();
  // moto shows an interface's groups together with those that the instance began with; its filter goes by the interface's own.
  const groupsOf = async (id) => {
    const { SecurityGroups } = await world.ec2.run('DescribeSecurityGroups', { Filters: [{ Name: 'vpc-id', Values: [Vpc.VpcId] }] });
    const holds = ({ GroupId: group }) =>
      world.ec2.run('DescribeNetworkInterfaces', {
        Filters: [
          { Name: 'group-id', Values: [group] },
          { Name: 'attachment.instance-id', Values: [id] },
        ],
      });
    const held = await Promise.all(SecurityGroups.map(async (group) => ((await holds(group)).NetworkInterfaces.length > 0 ? [group.GroupName] : [])));
    return held.flat();
  };
  const snapshotsOf = async () => (await world.ec2.run('DescribeSnapshots', { OwnerIds: ['self'] })).Snapshots.length;

  const rehearsed = functionWith(topic, 'dry-run');
  await put('platform-security', 'aws.guardduty', 'GuardDuty Finding', finding('Backdoor:EC2/C&CActivity.B', { instanceDetails: { instanceId: instance } }));
  assert.equal(await drain(rehearsed), 1, 'the rule delivers the finding to the queue');
  assert.deepEqual(await groupsOf(instance), ['shop']);
  assert.match((await messages()).join(), /DRY RUN, nothing was changed[\s\S]*isolates eni-/);
  assert.equal((await measured('compromised-instance')).SampleCount, 0);
  proven('a dry run changes nothing and says what it would do');

  const backdoor = finding('Backdoor:EC2/C&CActivity.B', { instanceDetails: { instanceId: instance } });
  const before = await snapshotsOf();
  await put('platform-security', 'aws.guardduty', 'GuardDuty Finding', backdoor);
  await drain(automatic);
  assert.deepEqual(await groupsOf(instance), ['platform-isolation']);
  const [isolation] = (await world.ec2.run('DescribeSecurityGroups', { Filters: [{ Name: 'group-name', Values: ['platform-isolation'] }] })).SecurityGroups;
  assert.deepEqual([isolation.IpPermissions, isolation.IpPermissionsEgress], [[], []]);
  const state = (await world.ec2.run('DescribeInstances', { InstanceIds: [instance] })).Reservations[0].Instances[0];
  assert.equal(state.State.Name, 'running');
  assert.equal(state.MetadataOptions.HttpEndpoint, 'disabled');
  assert.match(state.Tags.find(({ Key }) => Key === 'Quarantine').Value, /^compromised-instance-444444444444-/);
  assert.equal(await snapshotsOf(), before + 1);
  const { SampleCount, Maximum } = await measured('compromised-instance');
  assert.equal(SampleCount, 1);
  assert.ok(Maximum >= 240 && Maximum < 600, `${Maximum} seconds`);
  assert.match((await messages()).join(), /DONE: compromised-instance/);
  proven('a compromised instance: cut off by a group without rules, its metadata service closed, tagged, snapshots taken, still running; 4 minutes measured');

  await put('platform-security', 'aws.guardduty', 'GuardDuty Finding', backdoor);
  assert.equal(await drain(automatic), 1);
  assert.equal(await snapshotsOf(), before + 1);
  assert.equal((await measured('compromised-instance')).SampleCount, 1);
  assert.deepEqual(await messages(), []);
  proven('a second delivery is harmless: no snapshot, no metric, no message');

  // GuardDuty reports hourly what goes on: another event, another incident.
  const hourAgo = new Date(Date.parse(backdoor.updatedAt) - 3_600_000).toISOString();
  for (const again of [{ ...backdoor, updatedAt: hourAgo }, finding('CryptoCurrency:EC2/BitcoinTool.B', { instanceDetails: { instanceId: instance } })]) {
    await put('platform-security', 'aws.guardduty', 'GuardDuty Finding', again);
    assert.equal(await drain(automatic), 1);
  }
  assert.equal((await measured('compromised-instance')).SampleCount, 3, 'these are incidents of their own');
  assert.equal(await snapshotsOf(), before + 1);
  await messages(); // moto still shows the former groups, so that the step is done and told again; tests show that EC2's answer makes none
  proven('the same finding an hour later, and another one about the same instance: incidents of their own, and no further snapshot');

  const infected = await launch();
  await put('platform-security', 'aws.guardduty', 'GuardDuty Finding', finding('Execution:EC2/MaliciousFile', { instanceDetails: { instanceId: infected } }));
  await drain(functionWith(topic, 'approve'));
  const [request] = await messages();
  const id = /approve (malware-\S+)/.exec(request)[1];
  assert.deepEqual(await groupsOf(infected), ['shop']);
  proven('approval mode waits, and the message says how to approve');
  await send({ source: 'platform.response', 'detail-type': 'Response Watch', detail: {} });
  await drain(functionWith(topic, 'approve'));
  assert.equal((await measured('malware')).SampleCount, 1);
  proven('what waits ages: the alarm on the time to respond sees it');
  await put('security-approvals', 'platform.response', 'Response Approval', { id, decision: 'approve', by: 'alice' });
  assert.equal(await drain(functionWith(topic, 'approve')), 1);
  assert.deepEqual(await groupsOf(infected), ['platform-isolation']);
  proven('an approval on its bus lets it act');
  return GroupId;
};
