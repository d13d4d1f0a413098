import everythingOn from '../../fixtures/everything-on';
import { exampleIds } from '../../fixtures/example';
import { everyDelivery } from '../../support/deliveries';
import { huntingInput } from '../../support/hunting-organization';
import { resources, synth } from '../../support/synth';

const example = synth(huntingInput());
const everything = synth({ ...everythingOn(), detection: 'hunting' });

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
      const values: string | undefined = parameters[`projection.${partition}.values`];
      if (values) return `(?:${values.split(',').join('|')})`;
      expect([parameters[`projection.${partition}.type`], parameters[`projection.${partition}.format`]]).toEqual(['date', 'yyyy/MM/dd']);
      return '\\d{4}/\\d{2}/\\d{2}';
    });
    return { name, reads: (location) => new RegExp(`^${pattern}`).test(location), columns: storage.columns.map((column: { name: string }) => column.name) };
  });
}

it.each([
  ['the example', example],
  ['everything on', everything],
])('%s: every source delivers where one table reads, and no table reads what is something else', (_name, synthesis) => {
  const all = tables(synthesis).filter(({ name }) => name !== 'indicators');
  const deliveries = everyDelivery(synthesis, exampleIds().organization.id);
  const found = deliveries.map(({ source, location }) => ({ source, location, tables: all.filter(({ reads }) => reads(location)).map(({ name }) => name) }));
  // Web ACLs of CloudFront log to a bucket of their own in us-east-1, which queries of the home region would have to read from afar.
  expect(found.filter(({ source, tables: [table, ...others] }) => source !== 'waf-cloudfront' && (table !== source || others.length > 0))).toEqual([]);
  expect(found.filter(({ source, tables: readers }) => source === 'waf-cloudfront' && readers.length > 0)).toEqual([]);
  const delivered = new Set(deliveries.map(({ source }) => source));
  const silent = all.map(({ name }) => name).filter((name) => !delivered.has(name));
  expect(silent).toEqual(synthesis === example ? ['firewall_tls'] : []); // only with TLS inspection
});

it('finds what is delivered elsewhere', () => {
  const moved = structuredClone(example.documents.get('org-management'));
  moved.resource.aws_cloudtrail.trail_trail.s3_key_prefix = 'elsewhere';
  const documents = new Map([...example.documents, ['org-management', moved]]);
  const trail = everyDelivery({ ...example, documents }, exampleIds().organization.id).filter(({ source }) => source === 'cloudtrail');
  expect(trail.length).toBeGreaterThan(0);
  expect(trail.filter(({ location }) => tables(example).some(({ reads }) => reads(location)))).toEqual([]);
});

it('columns of flow logs are the fields that flow logs have, in their order', () => {
  const columns = tables(everything).find(({ name }) => name === 'flow_logs')?.columns ?? [];
  for (const { attributes } of resources(everything, 'aws_flow_log')) {
    const fields = [...attributes.log_format.matchAll(/\$\{([\w-]+)\}/g)].map(([, field]) => (field as string).replaceAll('-', '_'));
    expect(fields.length).toBeGreaterThan(25);
    expect(columns.filter((column) => fields.includes(column))).toEqual(fields);
  }
});

it('no partition has the name of a column, and every partition has values', () => {
  for (const { attributes } of resources(everything, 'aws_glue_catalog_table')) {
    const partitions: string[] = (attributes.partition_keys ?? []).map(({ name }: { name: string }) => name);
    const columns: string[] = attributes.storage_descriptor.columns.map(({ name }: { name: string }) => name);
    expect(partitions.filter((partition) => columns.includes(partition))).toEqual([]);
    for (const partition of partitions)
      expect(attributes.parameters[`projection.${partition}.values`] ?? attributes.parameters[`projection.${partition}.range`]).toMatch(/./);
  }
});
