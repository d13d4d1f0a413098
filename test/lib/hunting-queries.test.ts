import { readFileSync } from 'node:fs';
import { huntingQueries, readHuntingQueries } from '../../lib/hunting-queries';
import { huntingInput } from '../support/hunting-organization';
import { resources, synth } from '../support/synth';

const TABLES = ['cloudtrail', 'flow_logs', 'resolver_queries', 'waf', 'firewall_alerts', 'firewall_flows', 'firewall_tls', 'indicators'];
const queries = huntingQueries(TABLES);

it('there are at least 20, each saved under its name with what its result means', () => {
  const saved = resources(synth(huntingInput()), 'aws_athena_named_query').map(({ attributes }) => attributes);
  expect(queries.length).toBeGreaterThanOrEqual(20);
  expect(saved.map(({ name }) => name).sort()).toEqual(queries.map(({ name }) => name).sort());
  for (const { name, technique, reading, falsePositives, sql } of queries) {
    const query = saved.find((one) => one.name === name);
    expect(query.query).toBe(sql);
    expect(query.workgroup).toBe('${aws_athena_workgroup.hunting_workgroup.id}');
    for (const text of [technique, reading, falsePositives]) expect(query.description).toContain(text);
    expect(query.description.length).toBeLessThanOrEqual(1024);
  }
  expect(new Set(queries.map(({ technique }) => technique)).size).toBeGreaterThanOrEqual(20);
  expect(TABLES.filter((table) => !queries.some(({ logs }) => logs.includes(table)))).toEqual([]);
});

it('every query reads a partition of days, or the one table that has none by time', () => {
  for (const { name, sql, logs } of queries) {
    expect([name, /\bday >= date_format\(current_date - interval '\d+' day, '%Y\/%m\/%d'\)/.test(sql) || logs.includes('resolver_queries')]).toEqual([
      name,
      true,
    ]);
    // Functions that other engines lack would make the proof (.ci/prove/hunting.sh) impossible.
    expect([name, /\b(IPADDRESS|any_match|url_extract_host|UNNEST)\b/i.test(sql)]).toEqual([name, false]);
  }
});

it('the table of docs/hunting.md is what rules/hunting holds', () => {
  const rows = queries.map(({ name, technique, logs, title }) => `| ${name} | ${technique} | ${logs.join(', ')} | ${title} |`);
  const page = readFileSync('docs/hunting.md', 'utf8').split('\n');
  expect(page.filter((line) => /\| T\d{4}/.test(line))).toEqual(rows);
});

it('refuses a query without header, technique, table, or with more than a SELECT', () => {
  const head = '-- Source: x. Licence: x. Owner: x. Reviewed: 2026-11. Expires: never.';
  const rest = '-- Hunts: x.\n-- Technique: T1078 Valid Accounts\n-- Logs: cloudtrail\n-- Reading: x.\n-- False positives: x.';
  const texts = new Map([
    ['a.sql', 'SELECT 1'],
    ['b.sql', `${head}\n${rest.replace('T1078', 'TA0001').replace('cloudtrail', 'trail')}\nSELECT * FROM cloudtrail`],
    ['c.sql', `${head}\n${rest}\nDELETE FROM cloudtrail; SELECT 1 FROM waf`],
    ['d.sql', `${head}\n${rest}\nSELECT * FROM cloudtrail`],
  ]);
  expect(() => readHuntingQueries(texts, ['cloudtrail', 'waf'])).toThrow(`rules: 12 mistakes; nothing was written
  a.sql:1: must begin with "-- Source: ... Licence: ... Owner: ... Reviewed: ... Expires: ...."; add it
  a.sql:1: must have the line "-- Hunts: ..."; add it
  a.sql:1: must have the line "-- Technique: ..."; add it
  a.sql:1: must have the line "-- Logs: ..."; add it
  a.sql:1: must have the line "-- Reading: ..."; add it
  a.sql:1: must have the line "-- False positives: ..."; add it
  b.sql:1: must name a technique of MITRE ATT&CK such as T1078.004, got TA0001; correct it
  b.sql:1: must name tables (cloudtrail, waf) under Logs, got trail; correct it
  b.sql:1: must name under Logs the tables that it reads, got cloudtrail; correct one
  c.sql:1: must name under Logs the tables that it reads, got waf; correct one
  c.sql:1: must be one statement; split it
  c.sql:1: must be a SELECT, got DELETE FROM cloudtra; it only reads`);
});
