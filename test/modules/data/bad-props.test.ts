import { TerraformStack, Testing } from 'cdktf';
import type { Construct } from 'constructs';
import { AccessLogBucket } from '../../../modules/data/access-log-bucket';
import { AuroraCluster } from '../../../modules/data/aurora-cluster';
import { DatabaseInstance } from '../../../modules/data/database-instance';
import { EnclaveInstance } from '../../../modules/data/enclave-instance';
import { EncryptedBucket } from '../../../modules/data/encrypted-bucket';
import { EncryptedQueue } from '../../../modules/data/encrypted-queue';
import { EncryptedTable } from '../../../modules/data/encrypted-table';
import { EncryptedTopic } from '../../../modules/data/encrypted-topic';
import { RotatedSecret } from '../../../modules/data/rotated-secret';
import type { Workload } from '../../../modules/data/workload';
import { Certificate } from '../../../modules/network/certificate';
import { ContentDistribution } from '../../../modules/network/content-distribution';
import { LoadBalancer } from '../../../modules/network/load-balancer';
import { exampleInput } from '../../fixtures/example';

const workload: Workload = {
  organization: { name: 'example-corp', id: 'o-a1b2c3d4e5' },
  environment: 'dev',
  account: '555555555555',
  region: 'eu-west-1',
  dataClasses: exampleInput().dataClasses as Workload['dataClasses'],
  keyArns: { customer: 'k1', application: 'k2', operational: 'k3', infrastructure: 'k4', logs: 'k5', secrets: 'k6' },
  vpc: { id: 'vpc-1', cidr: '10.32.0.0/16', s3EndpointId: 'vpce-1', publicSubnetIds: ['a'], appSubnetIds: ['b'], dataSubnetIds: ['c'] },
  webAclArn: 'arn:aws:wafv2:eu-west-1:555555555555:regional/webacl/dev-web/1',
  edgeWebAclArn: 'arn:aws:wafv2:us-east-1:555555555555:global/webacl/dev-web/1',
  boundaryArn: 'arn:aws:iam::555555555555:policy/platform/developer-boundary',
};
const common = { workload, name: 'shop', dataClass: 'application', owner: 'shop' } as const;
const roles = { readers: ['app/shop'], writers: ['app/shop'] };
const database = { ...common, databaseName: 'shop', clients: { shop: 'sg-0123456789abcdef0' } };
const cluster = { ...database, engine: 'aurora-postgresql', family: 'aurora-postgresql16' } as const;
const instance = { ...database, engine: 'postgres', family: 'postgres17', instanceClass: 'db.t4g.micro', storageGb: 20 } as const;
const secret = { ...common, readers: ['app/shop'], rotation: { functionArn: 'arn:aws:lambda:eu-west-1:555555555555:function:rotate', role: 'app/rotate' } };
const enclave = { ...common, imageSha384: 'a'.repeat(96), producers: ['app/shop'] };
const table = { ...common, ...roles, partitionKey: { name: 'id', type: 'S' } } as const;
const logs = (scope: Construct) => ({ accessLogs: new AccessLogBucket(scope, 'logs', { workload }) });
const balancer = { ...common, scheme: 'internal', certificateArn: 'arn:aws:acm:eu-west-1:555555555555:certificate/1' } as const;
const distribution = {
  ...common,
  domain: 'www.example.com',
  certificateArn: 'arn:aws:acm:us-east-1:555555555555:certificate/1',
  webAclArn: 'arn:aws:wafv2:us-east-1:555555555555:global/webacl/site/1',
  publishers: ['app/pipeline'],
};

/** Lines of a construct and everything in it. */
function mistakes(make: (scope: Construct) => Construct): string[] {
  const stack = new TerraformStack(Testing.app(), 'stack');
  const made = make(stack);
  return made.node.findAll().flatMap(({ node }) => node.validate());
}

it.each<[string, (scope: Construct) => Construct]>([
  ['a bucket', (s) => new EncryptedBucket(s, 'x', { ...common, ...roles, ...logs(s) })],
  ['a queue', (s) => new EncryptedQueue(s, 'x', { ...common, senders: ['app/a'], receivers: ['app/b'] })],
  ['a topic', (s) => new EncryptedTopic(s, 'x', { ...common, publishers: ['app/a'] })],
  ['a table', (s) => new EncryptedTable(s, 'x', table)],
  ['a secret', (s) => new RotatedSecret(s, 'x', secret)],
  ['a cluster', (s) => new AuroraCluster(s, 'x', cluster)],
  ['an instance', (s) => new DatabaseInstance(s, 'x', instance)],
  ['an enclave', (s) => new EnclaveInstance(s, 'x', enclave)],
  ['a load balancer', (s) => new LoadBalancer(s, 'x', { ...balancer, ...logs(s) })],
  ['a distribution', (s) => new ContentDistribution(s, 'x', { ...distribution, ...logs(s) })],
  ['a certificate', (s) => new Certificate(s, 'x', { region: 'eu-west-1', domain: 'a.example.com', hostedZoneId: 'Z1', tags: {} })],
])('accepts %s', (_what, make) => {
  expect(mistakes(make)).toEqual([]);
});

const AT = 'stack/x';
it.each<[string, (scope: Construct) => Construct, string[]]>([
  [
    'a name with capitals',
    (s) => new EncryptedTopic(s, 'x', { ...common, name: 'Orders', publishers: ['app/a'] }),
    [`${AT}: name must be lower-case letters, digits and single hyphens, and begin with a letter, got "Orders"; correct it`],
  ],
  [
    'a name that is too long for a bucket',
    (s) => new EncryptedBucket(s, 'x', { ...common, ...roles, ...logs(s), name: 'documents-of-all-customers-since-1998' }),
    [`${AT}: name makes a physical name of more than 63 characters, got example-corp-dev-documents-of-all-customers-since-1998-555555555555; shorten it by 4`],
  ],
  [
    'data that belongs to nobody',
    (s) => new EncryptedTable(s, 'x', { ...table, owner: ' ' }),
    [`${AT}: owner must name a team, got ""; write who answers for the data`],
  ],
  [
    'nobody who reads',
    (s) => new EncryptedBucket(s, 'x', { ...common, ...roles, ...logs(s), readers: [] }),
    [`${AT}: readers must name at least one role, got []; name the role that does the work, such as app/shop`],
  ],
  [
    'everybody who reads',
    (s) => new EncryptedTable(s, 'x', { ...table, readers: ['*'] }),
    [`${AT}: readers must be paths and names of roles without wildcards, got "*"; write PATH/NAME such as app/shop`],
  ],
  [
    'a pattern of writers, and an ARN',
    (s) => new EncryptedTable(s, 'x', { ...table, writers: ['app/*', 'arn:aws:iam::555555555555:role/app/shop'] }),
    [
      `${AT}: writers must be paths and names of roles without wildcards, got "app/*"; write PATH/NAME such as app/shop`,
      `${AT}: writers must be paths and names of roles without wildcards, got "arn:aws:iam::555555555555:role/app/shop"; write PATH/NAME such as app/shop`,
    ],
  ],
  [
    'the platform as a reader',
    (s) => new RotatedSecret(s, 'x', { ...secret, readers: ['platform/apply'] }),
    [`${AT}: readers must be roles of applications, got "platform/apply"; data is used by neither the platform nor people`],
  ],
  [
    'people as receivers',
    (s) => new EncryptedQueue(s, 'x', { ...common, senders: ['app/a'], receivers: ['aws-reserved/sso.amazonaws.com/AWSReservedSSO_Developer_1'] }),
    [
      `${AT}: receivers must be roles of applications, got "aws-reserved/sso.amazonaws.com/AWSReservedSSO_Developer_1"; data is used by neither the platform nor people`,
    ],
  ],
  [
    'a remote role that neither reads nor writes',
    (s) => new EncryptedBucket(s, 'x', { ...common, ...roles, ...logs(s), remoteRoles: ['app/pipeline'] }),
    [`${AT}: remoteRoles must be readers or writers, got "app/pipeline"; add it there or remove it`],
  ],
  [
    'personal data published to the world',
    (s) => new ContentDistribution(s, 'x', { ...distribution, ...logs(s), dataClass: 'customer' }),
    [`${AT}/content: dataClass must not hold personal data in a bucket that CloudFront publishes, got "customer"; choose another class`],
  ],
  [
    'a message that is hidden for days',
    (s) => new EncryptedQueue(s, 'x', { ...common, senders: ['app/a'], receivers: ['app/b'], visibilityTimeoutSeconds: 86_400 }),
    [`${AT}: visibilityTimeoutSeconds must be a whole number from 0 to 43200, got 86400; correct it`],
  ],
  [
    'a secret that hardly rotates',
    (s) => new RotatedSecret(s, 'x', { ...secret, rotationDays: 365 }),
    [`${AT}: rotationDays must be a whole number from 1 to 90, got 365; a value that lives longer is as good as a password on paper`],
  ],
  [
    'a rotation function of another account',
    (s) => new RotatedSecret(s, 'x', { ...secret, rotation: { ...secret.rotation, functionArn: 'arn:aws:lambda:eu-west-1:999900001111:function:rotate' } }),
    [
      `${AT}: rotation.functionArn must be a function of this account and region, got arn:aws:lambda:eu-west-1:999900001111:function:rotate; Secrets Manager calls no other`,
    ],
  ],
  [
    'a database that addresses connect to',
    (s) => new AuroraCluster(s, 'x', { ...cluster, clients: { office: '203.0.113.0/24' } }),
    [`${AT}/network: clients.office must be the id of a security group, got "203.0.113.0/24"; addresses are no clients`],
  ],
  [
    'a database that nobody connects to',
    (s) => new DatabaseInstance(s, 'x', { ...instance, clients: {} }),
    [`${AT}/network: clients must name at least one flow, got {}; write NAME: the id of the security group that connects`],
  ],
  [
    'parameters of another engine',
    (s) => new AuroraCluster(s, 'x', { ...cluster, family: 'aurora-mysql8.0' }),
    [`${AT}: family must belong to aurora-postgresql, got aurora-mysql8.0; write aurora-postgresql and its major version`],
  ],
  [
    'a family of a minor version',
    (s) => new DatabaseInstance(s, 'x', { ...instance, family: 'postgres17.2.1' }),
    [`${AT}: family must belong to postgres, got postgres17.2.1; write postgres and its major version`],
  ],
  [
    'no instance, and less capacity than the minimum',
    (s) => new AuroraCluster(s, 'x', { ...cluster, instances: 0, capacity: { minimum: 8, maximum: 2 } }),
    [
      `${AT}: instances must be a whole number from 1 to 16, got 0; correct it`,
      `${AT}: capacity.maximum must be at least 1 and the minimum, got 2; correct it`,
    ],
  ],
  [
    'a disk of no size and no class',
    (s) => new DatabaseInstance(s, 'x', { ...instance, storageGb: 5, instanceClass: 't4g.micro' }),
    [
      `${AT}: storageGb must be a whole number from 20 to 65536 (gp3), got 5; correct it`,
      `${AT}: instanceClass must be a class such as db.t4g.micro, got t4g.micro; correct it`,
    ],
  ],
  [
    'targets without TLS, a certificate that is none',
    (s) => new LoadBalancer(s, 'x', { ...balancer, ...logs(s), targetPort: 80, certificateArn: 'shop.pem' }),
    [
      `${AT}: certificateArn must be a certificate of AWS Certificate Manager, got "shop.pem"; correct it`,
      `${AT}: targetPort must answer HTTPS, got 80; give the targets a certificate of their own, self-signed is enough`,
    ],
  ],
  [
    'a certificate and a web ACL that CloudFront cannot use',
    (s) => new ContentDistribution(s, 'x', { ...distribution, ...logs(s), certificateArn: balancer.certificateArn, webAclArn: workload.webAclArn }),
    [
      `${AT}: certificateArn must be a certificate in us-east-1, got ${balancer.certificateArn}; CloudFront sees no other`,
      `${AT}: webAclArn must be a web ACL of scope CLOUDFRONT, got ${workload.webAclArn}; one of scope REGIONAL protects load balancers only`,
    ],
  ],
  [
    'a certificate for every name',
    (s) => new Certificate(s, 'x', { region: 'eu-west-1', domain: '*.example.com', hostedZoneId: 'Z1', tags: {} }),
    [`${AT}: domain must not be a wildcard, got *.example.com; one stolen key would stand for every name`],
  ],
  [
    'an enclave in debug mode',
    (s) => new EnclaveInstance(s, 'x', { ...enclave, imageSha384: '0'.repeat(96) }),
    [`${AT}: imageSha384 must not be that of an enclave in debug mode, got zeros; start it without --debug-mode`],
  ],
  [
    'an enclave that nobody measured, on an instance that runs none',
    (s) => new EnclaveInstance(s, 'x', { ...enclave, imageSha384: '', instanceType: 't3.micro' }),
    [
      `${AT}: imageSha384 must be 96 hexadecimal digits, got ""; copy PCR0 from nitro-cli build-enclave`,
      `${AT}: instanceType must be a c, m or r type of size xlarge or larger, got t3.micro; others run no enclaves`,
    ],
  ],
])('refuses %s', (_what, make, expected) => {
  expect(mistakes(make)).toEqual(expected);
});
