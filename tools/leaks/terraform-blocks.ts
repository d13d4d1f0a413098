import type { Block } from './secrets-in';

// biome-ignore lint/suspicious/noExplicitAny: parsed JSON
type Json = any;

/** The blocks of a synthesized document, a state (version 4) or a plan as JSON. @throws Error when it is none of them */
export function blocksOf(file: string, document: Json): Block[] {
  if (document.planned_values || document.resource_changes) return ofPlan(file, document);
  if (document.version === 4) return ofState(file, document);
  if (document.terraform) return ofSynthesis(file, document);
  throw new Error(`${file}: is no synthesized stack, state or plan, got members ${Object.keys(document).slice(0, 5).join(', ')}; pass one of these`);
}

const kindOf = (mode: string) => (mode === 'data' ? ('data' as const) : ('resource' as const));

export function ofSynthesis(stack: string, { resource = {}, data = {}, provider = {}, terraform = {}, output = {}, locals = {} }: Json): Block[] {
  const typed = (blocks: Json, kind: 'resource' | 'data') =>
    Object.entries<Json>(blocks).flatMap(([type, members]) =>
      Object.entries<Json>(members).map(([name, attributes]) => ({
        path: `${stack}/${kind === 'data' ? 'data.' : ''}${type}.${name}`,
        type,
        kind,
        attributes,
      })),
    );
  const other = (name: string, attributes: Json): Block => ({ path: `${stack}/${name}`, type: name, kind: 'other', attributes });
  return [
    ...typed(resource, 'resource'),
    ...typed(data, 'data'),
    other('provider', provider),
    other('backend', terraform.backend),
    other('output', output),
    other('locals', locals),
  ];
}

function ofState(file: string, { resources = [], outputs = {} }: Json): Block[] {
  return [
    ...resources.flatMap(({ mode, type, name, instances }: Json) =>
      instances.map(({ attributes }: Json) => ({ path: `${file}/${type}.${name}`, type, kind: kindOf(mode), attributes })),
    ),
    { path: `${file}/output`, type: 'output', kind: 'other', attributes: outputs },
  ];
}

function ofPlan(file: string, { resource_changes: changes = [], prior_state: prior, output_changes: outputs = {} }: Json): Block[] {
  const block = ({ mode, type, address }: Json, attributes: Json): Block => ({ path: `${file}/${address}`, type, kind: kindOf(mode), attributes });
  return [
    ...changes.flatMap((each: Json) => [block(each, each.change.after), block(each, each.change.before)].filter(({ attributes }) => attributes)),
    ...(prior?.values?.root_module?.resources ?? []).map((each: Json) => block(each, each.values)),
    { path: `${file}/output`, type: 'output', kind: 'other', attributes: outputs },
  ];
}
