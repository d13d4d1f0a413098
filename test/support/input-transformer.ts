import type { SampleEvent } from '../corpora/events/sample-events';

/** What EventBridge sends for an event: `<name>` is the value at its path; a value that the event lacks is left out (EventBridge user guide, "Input transformation"). */
export function transformed(event: SampleEvent, { input_paths, input_template }: { input_paths: Record<string, string>; input_template: string }): string {
  return input_template.replace(/<([A-Za-z0-9_-]+)>/g, (_whole, name: string) => {
    const path = input_paths[name];
    if (path === undefined) throw new Error(`input template: <${name}> has no path`);
    const value = valueAt(event, path);
    return value === undefined ? '' : typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : JSON.stringify(value);
  });
}

/** Dots, array indices and letters: the part of JSON path that EventBridge knows. */
export function valueAt(event: unknown, path: string): unknown {
  if (!/^\$(\.[A-Za-z0-9_-]+(\[\d+\])?)+$/.test(path)) throw new Error(`input path: EventBridge does not know ${path}`);
  let node = event;
  for (const part of path
    .slice(2)
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.'))
    node = (node as Record<string, unknown> | undefined)?.[part];
  return node;
}
