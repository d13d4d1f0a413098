import { readFileSync } from 'node:fs';
import { huntingQueries, readHuntingQueries } from '../../lib/hunting-queries';
import { HUNTING_TABLES } from '../../modules/detection/hunting-sources';
import everythingOn from '../fixtures/everything-on';
import { huntingInput } from '../support/hunting-organization';
import { resources, synth } from '../support/synth';

const queries = huntingQueries(HUNTING_TABLES);
/** Without web ACLs in front of CloudFront. */
const inExample = queries.filter(({ logs }) => !logs.includes('waf_edge'));

it('there are at least 20, each saved under its name with what its result means', () => {
  const saved = resources(synth(huntingInput()), 'aws_athena_named_query').map(({ attributes }) => attributes);
  expect(queries.length).toBeGreaterThanOrEqual(20);
  expect(saved.map(({ name }) => name).sort()).toEqual(inExample.map(({ name }) => name).sort());
  for (const { name, technique, asks, reading, falsePositives, sql } of inExample) {
    const query = saved.find((one) => one.name === name);
    expect(query.query).toBe(sql);
    expect(query.workgroup).toBe('${aws_athena_workgroup.hunting_workgroup.id}');
    for (const text of [technique, ...asks, reading, falsePositives]) expect(query.description).toContain(text);
    expect(query.description.length).toBeLessThanOrEqual(1024);
  }
  expect(new Set(queries.map(({ technique }) => technique)).size).toBeGreaterThanOrEqual(20);
  expect(HUNTING_TABLES.filter((table) => !queries.some(({ logs }) => logs.includes(table)))).toEqual([]);
});

it('queries over CloudFront are there where one of its web ACLs is', () => {
  expect(queries.length - inExample.length).toBeGreaterThanOrEqual(2);
  const saved = resources(synth({ ...everythingOn(), detection: 'hunting' }), 'aws_athena_named_query').map(({ attributes }) => attributes.name);
  expect(saved.sort()).toEqual(queries.map(({ name }) => name).sort());
});

it('every query reads a partition of days, or one of the tables that have none by time', () => {
  for (const { name, sql, logs } of queries) {
    const since = /\bday >= date_format\(current_date - interval '\d+' day, '%Y\/%m\/%d'\)/;
    const listed = /\bday IN \(\s*(date_format\(current_date( - interval '\d+' day)?, '%Y\/%c\/%e'\)[,\s]*)+\)/;
    const asked = /\bday BETWEEN \? AND \?/;
    const updated = /\bsubstr\(updatedat, 1, 10\) >= date_format\(current_date - interval '\d+' day, '%Y-%m-%d'\)/;
    const requested = /\bsubstr\(request_time, 1, 11\) IN \(\s*(date_format\(current_date( - interval '\d+' day)?, '%d\/%b\/%Y'\)[,\s]*)+\)/;
    const bounded =
      (logs.includes('config_items') ? [listed] : [since, asked]).some((days) => days.test(sql)) ||
      logs.includes('resolver_queries') ||
      requested.test(sql) ||
      updated.test(sql);
    expect([name, bounded]).toEqual([name, true]);
    // Functions that other engines lack would make the proof (.ci/prove/hunting.sh) impossible; rows of UNNEST have one name in both.
    expect([name, /\b(IPADDRESS|any_match|url_extract_host)\b/i.test(sql)]).toEqual([name, false]);
    expect([name, (sql.match(/\bUNNEST\(/g) ?? []).length]).toEqual([name, (sql.match(/\bUNNEST\([^;]*?\) AS \w+\(\w+\)/g) ?? []).length]);
  }
});

it('refuses queries that Athena would answer wrongly or not at all', () => {
  const head =
    '-- Source: x. Licence: x. Owner: x. Reviewed: 2026-11. Expires: never.\n-- Hunts: x.\n-- Technique: T1078 Valid Accounts\n-- Reading: x.\n-- False positives: x.';
  const texts = new Map([
    ['a.sql', `${head}\n-- Logs: config_items\nSELECT * FROM config_items WHERE day >= '2026/11/5'`],
    ['b.sql', `${head}\n-- Logs: resolver_queries_of_vpc\nSELECT * FROM resolver_queries_of_vpc WHERE day = '2026/11/05'`],
    ['c.sql', `${head}\n-- Logs: waf\n-- Asks: the address\nSELECT * FROM waf WHERE action = ? AND day = ? AND regexp_like(action, 'a?')`],
    ['d.sql', `${head}\n-- Logs: waf\n-- Asks: the action, the day\nSELECT * FROM waf WHERE action = ? AND day = ?`],
  ]);
  expect(() => readHuntingQueries(texts, HUNTING_TABLES)).toThrow(`rules: 3 mistakes; nothing was written
  a.sql:1: must compare the day of config_items by = or IN: AWS Config writes days without zeros, so that 2026/11/9 comes after 2026/11/10; correct it
  b.sql:1: must say which log_vpc, by = or IN: Athena finds no other; add it
  c.sql:1: must name under Asks, in their order, what its 2 question marks stand for, got the address; correct one`);
});

it('the table of docs/hunting.md is what rules/hunting holds', () => {
  const rows = queries.map(
    ({ name, technique, logs, title, asks }) =>
      `| ${name} | ${technique} | ${logs.join(', ')} | ${title}${asks.length > 0 ? ` Asks for ${asks.join(', ')}.` : ''} |`,
  );
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
