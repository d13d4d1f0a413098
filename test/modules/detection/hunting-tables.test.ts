import centralNetwork, { centralIds } from '../../fixtures/central';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import showcase from '../../fixtures/showcase';
import { everyDelivery } from '../../support/deliveries';
import { huntingInput } from '../../support/hunting-organization';
import { resources, synth } from '../../support/synth';

const example = synth(huntingInput());
const everything = synth({ ...everythingOn(), detection: 'hunting' });
const workloads = synth({ ...showcase(), detection: 'hunting' });
const central = synth({ ...centralNetwork(), detection: 'hunting' }, centralIds());
const copies = synth(
  { ...huntingInput(), accounts: { ...exampleInput().accounts, backup: { email: 'aws+backup@example.com', status: 'active' } }, backup: { copyTo: 'backup' } },
  { ...exampleIds(), accounts: { ...exampleIds().accounts, backup: '777777777777' } },
);
/** Ids of all accounts that have a state. */
const accountsOf = (synthesis: typeof example): Set<string> =>
  new Set([...synthesis.documents.values()].map((document): string => document.provider.aws[0].allowed_account_ids[0]));

interface Table {
  readonly name: string;
  /** `s3://bucket/path` of what a table reads; undefined when it reads nothing of the kind. */
  readonly reads: (location: string) => boolean;
  readonly columns: readonly string[];
}

/** Tables as Athena reads them: the template filled with every value of its partitions. */
function tables(synthesis: typeof example): Table[] {
  return resources(synthesis, 'aws_glue_catalog_table').map(({ attributes: { name, parameters, storage_descriptor: storage, partition_keys: keys = [] } }) => {
    const template: string = parameters['storage.location.template']?.replaceAll('$${', '${') ?? storage.location;
    const pattern = template.replaceAll(/[.*+?()[\]|\\^]/g, '\\$&').replaceAll(/\$\{(\w+)\}/g, (_, partition) => {
      expect(keys.map((key: { name: string }) => key.name)).toContain(partition);
      const of = (setting: string): string => parameters[`projection.${partition}.${setting}`];
      if (of('values')) return `(?:${of('values').split(',').join('|')})`;
      if (of('type') === 'injected') return ({ log_vpc: 'vpc-[0-9a-f]+', log_bucket: '[a-z0-9-]+' } as Record<string, string>)[partition] ?? 'unknown';
      expect([partition, of('type'), of('range')]).toEqual(['day', 'date', 'NOW-400DAYS,NOW']);
      return { 'yyyy/MM/dd': '\\d{4}/\\d{2}/\\d{2}', 'yyyy/M/d': '\\d{4}/[1-9]\\d?/[1-9]\\d?' }[of('format')] ?? 'unknown';
    });
    return { name, reads: (location) => new RegExp(`^${pattern}`).test(location), columns: storage.columns.map((column: { name: string }) => column.name) };
  });
}

it.each([
  ['the example', example],
  ['everything on', everything],
  ['workloads', workloads],
])('%s: every source delivers where one table reads, and no table reads what is something else', (_name, synthesis) => {
  const all = tables(synthesis).filter(({ name }) => name !== 'indicators');
  const deliveries = everyDelivery(synthesis, exampleIds().organization.id);
  const found = deliveries.map(({ source, location }) => ({ source, location, tables: all.filter(({ reads }) => reads(location)).map(({ name }) => name) }));
  // One who knows the VPC or the bucket reads by day.
  const readers = (source: string) => [
    source,
    ...({ resolver_queries: ['resolver_queries_of_vpc'], bucket_requests: ['bucket_requests_of_day'] }[source] ?? []),
  ];
  expect(found.filter(({ source, tables: names }) => names.join() !== readers(source).join())).toEqual([]);
  const delivered = new Set(deliveries.flatMap(({ source }) => readers(source)));
  const silent = all.map(({ name }) => name).filter((name) => !delivered.has(name));
  expect([...delivered]).toEqual(expect.arrayContaining(['config_items', 'bucket_requests']));
  expect(delivered.has('waf_edge')).toBe(synthesis !== example);
  // Modules of load balancers and distributions, and TLS inspection, are not everywhere.
  const modules = ['distribution_requests', 'load_balancer_connections', 'load_balancer_requests'];
  const inspected = synthesis === everything;
  expect(silent.sort()).toEqual([...(synthesis === workloads ? [] : modules), ...(inspected ? [] : ['firewall_tls'])].sort());
});

it('finds what is delivered elsewhere', () => {
  const moved = structuredClone(example.documents.get('org-management'));
  moved.resource.aws_cloudtrail.trail_trail.s3_key_prefix = 'elsewhere';
  const documents = new Map([...example.documents, ['org-management', moved]]);
  const trail = everyDelivery({ ...example, documents }, exampleIds().organization.id).filter(({ source }) => source === 'cloudtrail');
  expect(trail.length).toBeGreaterThan(0);
  expect(trail.filter(({ location }) => tables(example).some(({ reads }) => reads(location)))).toEqual([]);
});

it('where home is us-east-1, web ACLs of CloudFront log beside the others', () => {
  const input = huntingInput();
  input.regions = { ...input.regions, home: 'us-east-1' };
  input.environments.prod = { ...input.environments.prod, waf: { cloudFront: 'on' } } as never;
  const home = synth(input);
  const edge = everyDelivery(home, exampleIds().organization.id).filter(({ source }) => source === 'waf_edge');
  expect(edge).toHaveLength(1);
  for (const { location } of edge)
    expect(
      tables(home)
        .filter(({ reads }) => reads(location))
        .map(({ name }) => name),
    ).toEqual(['waf_edge']);
});

it('a table reads as far back as the archive keeps logs', () => {
  const longer = synth({ ...huntingInput(), logging: { archive: { keepDays: 731 } } });
  const ranges = resources(longer, 'aws_glue_catalog_table').flatMap(({ attributes }) => attributes.parameters['projection.day.range'] ?? []);
  expect(new Set(ranges)).toEqual(new Set(['NOW-731DAYS,NOW']));
});

it.each([
  ['the example', example],
  ['everything on', everything],
  ['the central topology', central],
  ['an account of copies', copies],
])('%s: tables of networks have the accounts that hold a network, and no other', (_name, synthesis) => {
  const holders = new Set(resources(synthesis, 'aws_vpc').map(({ stack }) => synthesis.documents.get(stack).provider.aws[0].allowed_account_ids[0]));
  expect(holders.size).toBeGreaterThan(2);
  const everywhere = ['cloudtrail', 'config_items', 'guardduty_findings'];
  const edge = new Set(resources(synthesis, 'aws_wafv2_web_acl').flatMap(({ attributes }) => (attributes.scope === 'CLOUDFRONT' ? [attributes.name] : [])));
  for (const { attributes } of resources(synthesis, 'aws_glue_catalog_table')) {
    const of = (partition: string): string[] => attributes.parameters[`projection.${partition}.values`]?.split(',') ?? [];
    if (attributes.name === 'waf_edge') expect(new Set(of('web_acl'))).toEqual(edge);
    else if (attributes.name.startsWith('bucket_requests')) expect(of('log_account')).toHaveLength(accountsOf(synthesis).size - 1);
    else if (everywhere.includes(attributes.name)) expect(of('log_account')).toHaveLength(accountsOf(synthesis).size);
    else if (attributes.name !== 'indicators') expect([attributes.name, new Set(of('log_account'))]).toEqual([attributes.name, holders]);
  }
});

it('columns of flow logs are the fields that flow logs have, in their order', () => {
  const columns = tables(everything).find(({ name }) => name === 'flow_logs')?.columns ?? [];
  for (const { attributes } of resources(everything, 'aws_flow_log')) {
    const fields = [...attributes.log_format.matchAll(/\$\{([\w-]+)\}/g)].map(([, field]) => (field as string).replaceAll('-', '_'));
    expect(fields.length).toBeGreaterThan(25);
    expect(columns.filter((column) => fields.includes(column))).toEqual(fields);
  }
});

it('a line of server access logs falls into its columns, whether it ends early or late', () => {
  const table = resources(example, 'aws_glue_catalog_table').find(({ attributes }) => attributes.name === 'bucket_requests')?.attributes.storage_descriptor;
  const pattern: string = table.ser_de_info.parameters['input.regex'];
  const columns: string[] = table.columns.map(({ name }: { name: string }) => name);
  // Java's expressions, which Athena uses, are written as JavaScript's; both want the whole line.
  const fields = (line: string) => Object.fromEntries((new RegExp(`^${pattern}$`).exec(line)?.slice(1) ?? []).map((value, index) => [columns[index], value]));
  const early =
    '79a5 prod-shop [25/Nov/2026:12:00:00 +0000] 192.0.2.3 - 3E57 REST.GET.OBJECT a%20b.json "GET /a%20b.json?x=1 HTTP/1.1" 403 AccessDenied 243 - 7 - "-" "curl/8.0 (x; y)" -';
  const late = `${early} 9vKB= SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader prod-shop.s3.eu-west-1.amazonaws.com TLSv1.3 - Yes`;
  const request = {
    bucket: 'prod-shop',
    request_time: '25/Nov/2026:12:00:00 +0000',
    remote_ip: '192.0.2.3',
    requester: '-',
    operation: 'REST.GET.OBJECT',
    object_key: 'a%20b.json',
  };
  const answer = {
    request_uri: '"GET /a%20b.json?x=1 HTTP/1.1"',
    http_status: '403',
    error_code: 'AccessDenied',
    bytes_sent: '243',
    user_agent: '"curl/8.0 (x; y)"',
    version_id: '-',
  };
  expect(fields(early)).toMatchObject({ ...request, ...answer, tls_version: undefined });
  for (const line of [late, `${late} and-what-S3-adds-one-day`])
    expect(fields(line)).toMatchObject({ ...request, ...answer, tls_version: 'TLSv1.3', acl_required: 'Yes' });
  expect((pattern.match(/\((?!\?)/g) ?? []).length).toBe(columns.length);
});

it.each<[string, string, string, Record<string, string | undefined>]>([
  [
    'a request to a load balancer',
    'load_balancer_requests',
    'h2 2026-11-25T12:00:00.186641Z app/prod-shop/50dc6c495c0c9188 2001:db8::7:2817 10.16.4.7:443 0.000 0.001 0.000 200 200 34 366 "GET https://shop.example.com:443/?q=1 HTTP/2.0" "curl/8.0 (x; y)" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:eu-west-1:444444444444:targetgroup/t/73e2d6bc24d8a067 "Root=1-58337327-72bd00b0343d75b906739c42" "shop.example.com" "arn:aws:acm:eu-west-1:444444444444:certificate/1" 1 2026-11-25T12:00:00.364000Z "forward" "-" "-" "10.16.4.7:443" "200" "-" "-" TID_dc57cebed65b444ebc8177bb698fe166 "-" "-" "-"',
    {
      client_ip: '2001:db8::7',
      client_port: '2817',
      target: '10.16.4.7:443',
      sent_bytes: '366',
      request_verb: 'GET',
      request_url: 'https://shop.example.com:443/?q=1',
      request_proto: 'HTTP/2.0',
      user_agent: 'curl/8.0 (x; y)',
      trace_id: 'Root=1-58337327-72bd00b0343d75b906739c42',
      domain_name: 'shop.example.com',
      classification: '-',
      conn_trace_id: 'TID_dc57cebed65b444ebc8177bb698fe166',
    },
  ],
  [
    'one that was no request',
    'load_balancer_requests',
    'http 2026-11-25T12:00:00.186641Z app/prod-shop/50dc6c495c0c9188 192.0.2.3:2817 - -1 -1 -1 400 - 0 272 "- http://shop.example.com:80- -" "-" - - - "-" "-" "-" - 2026-11-25T12:00:00.364000Z "-" "-" "-" "-" "-" "Severe" "BadMethod"',
    {
      client_ip: '192.0.2.3',
      target: '-',
      elb_status_code: '400',
      request_verb: '-',
      classification: 'Severe',
      classification_reason: 'BadMethod',
      conn_trace_id: undefined,
    },
  ],
  [
    'a handshake',
    'load_balancer_connections',
    '2026-11-25T12:00:00.186641Z 192.0.2.3 36280 443 TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 4.036 "CN=amazondomains.com,O=endEntity,L=Seattle,ST=Washington,C=US" NotBefore=2026-09-21T22:43:21Z;NotAfter=2027-06-17T22:43:21Z FEF257372D5C14D4 Success TID_3180a73013c8ca4bac2f731159d4b0fe - and-more',
    {
      client_ip: '192.0.2.3',
      listener_port: '443',
      tls_protocol: 'TLSv1.2',
      leaf_client_cert_serial_number: 'FEF257372D5C14D4',
      tls_verify_status: 'Success',
      conn_trace_id: 'TID_3180a73013c8ca4bac2f731159d4b0fe',
    },
  ],
  [
    'a handshake that failed',
    'load_balancer_connections',
    '2026-11-25T12:00:00.186641Z 192.0.2.3 36280 443 - - - "-" - - - -',
    { tls_protocol: '-', tls_verify_status: '-' },
  ],
])('%s falls into its columns', (_what, table, line, expected) => {
  const { columns, ser_de_info: reader } = resources(example, 'aws_glue_catalog_table').find(({ attributes }) => attributes.name === table)?.attributes
    .storage_descriptor ?? { columns: [] };
  const pattern: string = reader.parameters['input.regex'];
  const found = new RegExp(`^${pattern}$`).exec(line)?.slice(1) ?? [];
  expect(Object.fromEntries(found.map((value, index) => [columns[index]?.name, value]))).toMatchObject(expected);
  expect((pattern.match(/\((?!\?)/g) ?? []).length).toBe(columns.length);
});

it('no partition has the name of a column, and every partition has values', () => {
  for (const { attributes } of resources(everything, 'aws_glue_catalog_table')) {
    const partitions: string[] = (attributes.partition_keys ?? []).map(({ name }: { name: string }) => name);
    const columns: string[] = attributes.storage_descriptor.columns.map(({ name }: { name: string }) => name);
    expect(partitions.filter((partition) => columns.includes(partition))).toEqual([]);
    for (const partition of partitions)
      expect(['values', 'range', 'type'].map((setting) => attributes.parameters[`projection.${partition}.${setting}`]).find(Boolean)).toMatch(/./);
  }
});
