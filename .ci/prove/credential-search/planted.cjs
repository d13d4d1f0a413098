// Secrets made at run time (none stands in this repository) and the places that they are planted in, with what tidies each up.
'use strict';
const { randomBytes, randomInt } = require('node:crypto');
const { gzipSync } = require('node:zlib');
const { zipSync, strToU8 } = require('fflate');
const sdk = (name) => require(`@aws-sdk/client-${name}`);

const letters = (alphabet, length) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const accessKey = () => {
  for (;;) {
    const secret = randomBytes(30).toString('base64');
    if (/^[A-Za-z0-9]+$/.test(secret)) return { id: `AKIA${letters(BASE32, 16)}`, secret };
  }
};
const card = () => {
  const digits = `4${letters('0123456789', 14)}`;
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + [...String(Number(digit) * (index % 2 === 0 ? 2 : 1))].reduce((a, b) => a + Number(b), 0), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};
const secrets = {
  key: accessKey(),
  other: accessKey(),
  pem: `-----BEGIN ${'RSA'} PRIVATE KEY-----\n${randomBytes(90).toString('base64')}\n-----END RSA PRIVATE KEY-----`,
  github: `ghp_${letters('ABCDEFGHabcdefgh0123456789', 36)}`,
  password: letters('abcdefghkmnpqrstuvwxyz23456789', 16),
  urlPassword: letters('abcdefghkmnpqrstuvwxyz23456789', 16),
  card: card(),
};
/** What must appear nowhere. */
const values = [
  secrets.key.id,
  secrets.key.secret,
  secrets.other.id,
  secrets.other.secret,
  secrets.pem.split('\n')[1],
  secrets.github,
  secrets.password,
  secrets.urlPassword,
  secrets.card,
];

const base64 = (text) => Buffer.from(text).toString('base64');
const script = `#!/bin/bash\nexport AWS_ACCESS_KEY_ID=${secrets.key.id}\nexport AWS_SECRET_ACCESS_KEY=${secrets.key.secret}\naws s3 ls\n`;
const cloudConfig = `#cloud-config\nwrite_files:\n- path: /etc/tls/key.pem\n  encoding: b64\n  content: ${base64(secrets.pem)}\n`;

/** @returns what was planted: a name, the kinds that must be found, and how it goes away */
async function plant(region) {
  const of = (service, name) => {
    const client = new (sdk(service)[`${name}Client`])({ region });
    return (operation, input) => client.send(new (sdk(service)[`${operation}Command`])(input));
  };
  const [ec2, ssm, lambda, ecs, cloudformation, iam] = [
    of('ec2', 'EC2'),
    of('ssm', 'SSM'),
    of('lambda', 'Lambda'),
    of('ecs', 'ECS'),
    of('cloudformation', 'CloudFormation'),
    of('iam', 'IAM'),
  ];
  const launch = async (UserData) =>
    (await ec2('RunInstances', { ImageId: 'ami-12c6146b', MinCount: 1, MaxCount: 1, ...(UserData ? { UserData } : {}) })).Instances[0].InstanceId;
  const end = (id) => () => ec2('TerminateInstances', { InstanceIds: [id] });
  const plain = await launch(base64(script));
  const zipped = await launch(gzipSync(cloudConfig).toString('base64'));
  const { LaunchTemplate: template } = await ec2('CreateLaunchTemplate', { LaunchTemplateName: 'web', LaunchTemplateData: { UserData: base64(script) } });
  await ec2('CreateLaunchTemplateVersion', {
    LaunchTemplateId: template.LaunchTemplateId,
    LaunchTemplateData: { UserData: base64('#!/bin/bash\nyum -y update\n') },
  });
  await ssm('PutParameter', { Name: '/shop/github', Type: 'String', Value: secrets.github });
  await ssm('PutParameter', { Name: '/shop/customers', Type: 'StringList', Value: `alice,${secrets.card}` });
  const { Role } = await iam('GetRole', { RoleName: 'app' }).catch(() =>
    iam('CreateRole', { RoleName: 'app', AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}' }),
  );
  const code = { Code: { ZipFile: zipSync({ 'index.js': strToU8('') }) }, Handler: 'index.handler', Runtime: 'nodejs22.x', Role: Role.Arn };
  await lambda('CreateFunction', { FunctionName: 'orders', ...code, Environment: { Variables: { DATABASE_PASSWORD: secrets.password, LOG_LEVEL: 'info' } } });
  const { taskDefinition } = await ecs('RegisterTaskDefinition', {
    family: 'shop',
    containerDefinitions: [
      { name: 'web', image: 'web', memory: 128, environment: [{ name: 'DATABASE', value: `postgres://app:${secrets.urlPassword}@db.internal/shop` }] },
    ],
  });
  await cloudformation('CreateStack', {
    StackName: 'legacy',
    Parameters: [{ ParameterKey: 'Key', ParameterValue: `${secrets.other.id} ${secrets.other.secret}` }],
    TemplateBody: JSON.stringify({ Parameters: { Key: { Type: 'String' } }, Resources: { T: { Type: 'AWS::SNS::Topic' } } }),
  });
  return [
    { name: 'user data of an instance', resource: plain, kinds: ['access-key', 'literal'], remove: end(plain) },
    { name: 'a file in base 64 in gzipped user data', resource: zipped, kinds: ['private-key'], remove: end(zipped) },
    {
      name: 'an old version of a launch template',
      resource: template.LaunchTemplateId,
      kinds: ['access-key', 'literal'],
      remove: () => ec2('DeleteLaunchTemplate', { LaunchTemplateId: template.LaunchTemplateId }),
    },
    { name: 'a parameter', resource: 'parameter/shop/github', kinds: ['github-token'], remove: () => ssm('DeleteParameter', { Name: '/shop/github' }) },
    {
      name: 'a list of parameters',
      resource: 'parameter/shop/customers',
      kinds: ['payment-card'],
      remove: () => ssm('DeleteParameter', { Name: '/shop/customers' }),
    },
    { name: 'a variable of a function', resource: 'function:orders', kinds: ['literal'], remove: () => lambda('DeleteFunction', { FunctionName: 'orders' }) },
    {
      name: 'a variable of a container',
      resource: 'task-definition/shop',
      kinds: ['url-password'],
      remove: () => ecs('DeregisterTaskDefinition', { taskDefinition: taskDefinition.taskDefinitionArn }),
    },
    { name: 'a parameter of a stack', resource: 'stack/legacy', kinds: ['access-key'], remove: () => cloudformation('DeleteStack', { StackName: 'legacy' }) },
  ];
}

/** What a clean account has: references, a SecureString, user data that asks at run time, a bomb. */
async function clean(region) {
  const ec2 = new (sdk('ec2').EC2Client)({ region });
  const ssm = new (sdk('ssm').SSMClient)({ region });
  const { RunInstancesCommand } = sdk('ec2');
  const { PutParameterCommand } = sdk('ssm');
  const asks = '#!/bin/bash\nexport DATABASE_PASSWORD=$(aws secretsmanager get-secret-value --secret-id prod/shop)\n';
  for (const UserData of [base64(asks), gzipSync(Buffer.alloc(50_000_000)).toString('base64').slice(0, 16_000), undefined])
    await ec2.send(new RunInstancesCommand({ ImageId: 'ami-12c6146b', MinCount: 1, MaxCount: 1, ...(UserData ? { UserData } : {}) }));
  // A secret where it belongs.
  await ssm.send(new PutParameterCommand({ Name: '/shop/database-password', Type: 'SecureString', Value: `${secrets.key.id} ${secrets.key.secret}` }));
  for (let index = 0; index < 25; index++) await ssm.send(new PutParameterCommand({ Name: `/shop/setting-${index}`, Type: 'String', Value: `value ${index}` }));
  await ssm.send(
    new PutParameterCommand({ Name: '/shop/secret-arn', Type: 'String', Value: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/shop-AbCdEf' }),
  );
}

module.exports = { clean, plant, values };
