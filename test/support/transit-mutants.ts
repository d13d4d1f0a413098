import type { Synthesis, TerraformJson } from '../../tools/synthesis/synthesize';
import type { NetworkMutant } from './network-mutants';

type Resources = Record<string, Record<string, TerraformJson>>;
const PREFIX = 'aws_ec2_transit_gateway';

/** Every single mistake in what the owner of a transit gateway says of attachments, tables and routes, and in the attachments themselves. */
export function transitMutants({ documents }: Pick<Synthesis, 'documents'>): NetworkMutant[] {
  const mutants: NetworkMutant[] = [];
  const mutate = (stack: string, name: string, change: (resource: Resources) => void) => {
    const document = structuredClone(documents.get(stack));
    change(document.resource);
    mutants.push({ name: `${stack}: ${name}`, documents: new Map([...documents].map(([id, other]) => [id, id === stack ? document : other])) });
  };
  const of = (stack: string, type: string): [string, TerraformJson][] => Object.entries(documents.get(stack)?.resource?.[type] ?? {});
  const attachmentsKnown = [
    ...new Set(
      of('network-routes', `${PREFIX}_route_table_association`).map(([, { transit_gateway_attachment_id }]) => transit_gateway_attachment_id as string),
    ),
  ];
  const tables = of('network-routes', `${PREFIX}_route_table`).map(([name]) => `\${${PREFIX}_route_table.${name}.id}`);
  const label = (reference: string) => /attachment-([\w-]+)|table-([\w-]+)/.exec(reference)?.[0] ?? reference;

  for (const [name, route] of of('network-routes', `${PREFIX}_route`)) {
    const type = `${PREFIX}_route`;
    mutate('network-routes', `route ${name} removed`, (resource) => delete resource[type]?.[name]);
    const change = (to: TerraformJson) => (resource: Resources) => {
      const { blackhole: _b, transit_gateway_attachment_id: _a, ...rest } = route;
      (resource[type] as Record<string, TerraformJson>)[name] = { ...rest, ...to };
    };
    if (!route.blackhole) mutate('network-routes', `route ${name} to nowhere`, change({ blackhole: true }));
    for (const attachment of attachmentsKnown)
      if (attachment !== route.transit_gateway_attachment_id)
        mutate('network-routes', `route ${name} to ${label(attachment)}`, change({ transit_gateway_attachment_id: attachment }));
    for (const table of tables)
      if (table !== route.transit_gateway_route_table_id)
        mutate('network-routes', `route ${name} in ${label(table)}`, (resource) => {
          (resource[type]?.[name] as TerraformJson).transit_gateway_route_table_id = table;
        });
  }
  for (const [name, association] of of('network-routes', `${PREFIX}_route_table_association`)) {
    const type = `${PREFIX}_route_table_association`;
    mutate('network-routes', `association ${name} removed`, (resource) => delete resource[type]?.[name]);
    for (const table of tables)
      if (table !== association.transit_gateway_route_table_id)
        mutate('network-routes', `association ${name} to ${label(table)}`, (resource) => {
          (resource[type]?.[name] as TerraformJson).transit_gateway_route_table_id = table;
        });
  }
  for (const stack of documents.keys())
    for (const [name, { subnet_ids, appliance_mode_support }] of of(stack, `${PREFIX}_vpc_attachment`)) {
      const set = (attributes: TerraformJson) => (resource: Resources) => Object.assign(resource[`${PREFIX}_vpc_attachment`]?.[name] as object, attributes);
      for (const subnet of subnet_ids as string[])
        mutate(stack, `attachment ${name} without ${subnet}`, set({ subnet_ids: (subnet_ids as string[]).filter((one) => one !== subnet) }));
      if (appliance_mode_support === 'enable') mutate(stack, `attachment ${name} without appliance mode`, set({ appliance_mode_support: 'disable' }));
    }
  return mutants;
}
