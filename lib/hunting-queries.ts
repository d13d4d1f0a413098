import { LIMITS } from '../config/aws-limits';
import { ruleFile, ruleFileNames } from './rule-files';
import { mistakeLine, RuleImportError, type RuleMistake } from './suricata/rule';

/** A saved query of rules/hunting, with what its header says of it. */
export interface HuntingQuery {
  /** Name of its file without `.sql`. */
  readonly name: string;
  readonly file: string;
  readonly title: string;
  /** Id of MITRE ATT&CK, such as T1078.004. */
  readonly technique: string;
  /** Tables that it reads. */
  readonly logs: readonly string[];
  /** What it asks whoever runs it, in the order of its question marks; nothing of a query that hunts by itself. */
  readonly asks: readonly string[];
  /** What a row of its result means, and what to do. */
  readonly reading: string;
  readonly falsePositives: string;
  readonly sql: string;
}

/** Table -> partition whose values only the query knows. */
const ASKED = { resolver_queries_of_vpc: 'log_vpc', bucket_requests_of_day: 'log_bucket' };
const ASKS = '-- Asks: ';
const FIELDS = { Hunts: 'title', Technique: 'technique', Logs: 'logs', Reading: 'reading', 'False positives': 'falsePositives' } as const;
const PROVENANCE = /^-- Source: .+ Licence: .+ Owner: .+ Reviewed: \d{4}-\d{2}(-\d{2})?\. Expires: (never|\d{4}-\d{2}(-\d{2})?)\.$/;

/** Every rules/hunting/*.sql. @throws RuleImportError with every mistake */
export function huntingQueries(tables: readonly string[]): HuntingQuery[] {
  return readHuntingQueries(new Map(ruleFileNames('hunting', '.sql').map((path) => [`rules/${path}`, ruleFile(path)])), tables);
}

/** @param texts path in the project -> text */
export function readHuntingQueries(texts: ReadonlyMap<string, string>, tables: readonly string[]): HuntingQuery[] {
  const lines: string[] = [];
  const queries = [...texts].map(([file, text]): HuntingQuery => {
    const comments = text.split('\n').filter((line) => line.startsWith('--'));
    const field = (name: keyof typeof FIELDS) => comments.find((line) => line.startsWith(`-- ${name}: `))?.slice(`-- ${name}: `.length) ?? '';
    const sql = text
      .split('\n')
      .filter((line) => !line.startsWith('--'))
      .join('\n')
      .trim();
    const logs = field('Logs').split(', ').filter(Boolean);
    const asks = (comments.find((line) => line.startsWith(ASKS))?.slice(ASKS.length) ?? '').split(', ').filter(Boolean);
    const marks = sql.replaceAll(/'[^']*'/g, '').split('?').length - 1;
    const technique = field('Technique').split(' ')[0] ?? '';
    const mistakes: (RuleMistake | false)[] = [
      !PROVENANCE.test(text.split('\n')[0] ?? '') && {
        message: 'must begin with "-- Source: ... Licence: ... Owner: ... Reviewed: ... Expires: ...."; add it',
      },
      ...Object.keys(FIELDS).map((name) => field(name as keyof typeof FIELDS) === '' && { message: `must have the line "-- ${name}: ..."; add it` }),
      technique !== '' &&
        !/^T\d{4}(\.\d{3})?$/.test(technique) && { message: 'must name a technique of MITRE ATT&CK such as T1078.004; correct it', value: technique },
      ...logs.map((log) => !tables.includes(log) && { message: `must name tables (${tables.join(', ')}) under Logs; correct it`, value: log }),
      ...tables.map(
        (table) =>
          new RegExp(`\\b(?:FROM|JOIN)\\s+${table}\\b`).test(sql) !== logs.includes(table) && {
            message: 'must name under Logs the tables that it reads; correct one',
            value: table,
          },
      ),
      asks.length !== marks && {
        message: `must name under Asks, in their order, what its ${marks} question marks stand for; correct one`,
        value: asks.join(', '),
      },
      logs.includes('config_items') &&
        /\bday\s*([<>]|BETWEEN\b)/i.test(sql) && {
          message:
            'must compare the day of config_items by = or IN: AWS Config writes days without zeros, so that 2026/11/9 comes after 2026/11/10; correct it',
        },
      ...Object.entries(ASKED).map(
        ([table, partition]) =>
          logs.includes(table) &&
          !new RegExp(`\\b${partition} (=|IN) `).test(sql) && { message: `must say which ${partition}, by = or IN: Athena finds no other; add it` },
      ),
      Buffer.byteLength(sql) > LIMITS.queryBytes && { message: `must have at most ${LIMITS.queryBytes} bytes; split it`, value: String(sql.length) },
      sql.replace(/;$/, '').includes(';') && { message: 'must be one statement; split it' },
      !/^(SELECT|WITH)\s/.test(sql) && { message: 'must be a SELECT; it only reads', value: sql.slice(0, 20) },
    ];
    lines.push(...mistakes.flatMap((mistake) => (mistake ? [mistakeLine({ file, line: 1 }, mistake)] : [])));
    const name = file.slice(file.lastIndexOf('/') + 1, -'.sql'.length);
    return {
      name,
      file,
      title: field('Hunts'),
      technique,
      logs,
      asks,
      reading: field('Reading'),
      falsePositives: field('False positives'),
      sql: sql.replace(/;$/, ''),
    };
  });
  if (lines.length > 0) throw new RuleImportError(lines);
  return queries;
}
