/**
 * Fields of one line of comma-separated values (RFC 4180); a user agent with a comma stands in quotes.
 * @returns undefined when a quote is not closed, or something follows a closed one
 */
export function csvFields(line: string): string[] | undefined {
  if (!line.includes('"')) return line.split(',').map((field) => field.trim());
  const fields: string[] = [];
  for (let at = 0; at <= line.length; ) {
    if (line[at] !== '"') {
      const comma = line.indexOf(',', at);
      const end = comma < 0 ? line.length : comma;
      fields.push(line.slice(at, end).trim());
      at = end + 1;
      continue;
    }
    let text = '';
    for (at++; ; at++) {
      const quote = line.indexOf('"', at);
      if (quote < 0) return undefined;
      text += line.slice(at, quote);
      at = quote + 1;
      if (line[at] !== '"') break;
      text += '"';
    }
    if (at < line.length && line[at] !== ',') return undefined;
    fields.push(text);
    at++;
  }
  return fields;
}
