import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBlueprint } from '../../config/load';
import { exampleIds, exampleInput } from '../../test/fixtures/example';
import { type Benchmark, CIS, FSBP } from '../../tools/controls/catalogue';
import { Estate } from '../../tools/controls/estate';
import { estatesOf } from '../../tools/controls/estates';
import { judge } from '../../tools/controls/evaluate';
import { scoreOf } from '../../tools/controls/score';

interface Row {
  readonly id: string;
  readonly satisfiable_by_terraform: 'full' | 'partial' | 'no';
  readonly proof: readonly { readonly resource: string; readonly alternative?: string }[];
}
const folder = [join(process.cwd(), '../shared/corpora')].find(existsSync) as string;
const { requirements, fsbp_controls } = JSON.parse(readFileSync(join(folder, 'cis.json'), 'utf8')) as { requirements: Row[]; fsbp_controls: Row[] };
const estates = estatesOf(loadBlueprint(exampleInput(), exampleIds()));

/** Rows that we prove by other resources than the list names, and why. */
const ARGUED: Readonly<Record<string, string>> = {
  '2.16 aws_ssm_service_setting': 'declined: an agent that takes commands on every instance; exception SSM.1',
  '2.20 aws_organizations_policy': 'optional by the list: developers may open CloudShell where they work by hand',
  '3.2.3 aws_organizations_policy': 'workloads have subnets for load balancers, which an EC2 policy cannot exempt: the setting of each account does',
  '5.16 aws_securityhub_account': 'delegation makes it, the central configuration policy switches it on',
  '5.16 aws_securityhub_standards_subscription': 'the central configuration policy names the standards',
  'EC2.9 aws_organizations_policy': 'VPC Block Public Access: an address that somebody asks for reaches nothing',
  'ECR.1 aws_ecr_registry_scanning_configuration': 'Inspector switches registries to enhanced scanning itself',
};
/** What stands in a row besides one type: patterns, several types, words. */
const patternsIn = (text: string): RegExp[] =>
  text
    .split(/[/\s]+/)
    .filter((part) => part.startsWith('aws_'))
    .map((part) => new RegExp(`^${part.replaceAll('*', '\\w*')}$`));

describe.each([
  ['CIS', CIS, requirements],
  ['FSBP', FSBP, fsbp_controls],
] as const)('%s', (name, benchmark: Benchmark, rows) => {
  const checks = new Map(Object.values(benchmark.checks).flatMap((all) => all.map((check) => [check.id, check])));
  const others = new Map(Object.values(CIS.checks).flatMap((all) => all.map((check) => [check.id, check])));
  const excepted = new Set([...benchmark.exceptions, ...CIS.exceptions].map(({ id }) => id));

  it('every control that Terraform can prove, wholly or in part, has a check or a written exception', () => {
    const without = rows.filter(({ id }) => !checks.has(id) && !excepted.has(benchmark.sameAs[id] ?? id) && !others.has(benchmark.sameAs[id] ?? ''));
    expect(without.map(({ id }) => id)).toEqual([]);
    expect(benchmark.ids.length).toBe(rows.length);
    const full = rows.filter((row) => row.satisfiable_by_terraform === 'full');
    const declined = full.filter(({ id }) => excepted.has(benchmark.sameAs[id] ?? id)).map(({ id }) => id);
    process.stdout.write(
      `${name}: ${rows.length} controls, ${full.length} that Terraform can prove wholly; with an exception of these: ${declined.join(', ') || 'none'}\n`,
    );
  });

  it('each check reads the resources that the list names', async () => {
    const unread: string[] = [];
    const argued: string[] = [];
    let read = 0;
    for (const { id, proof } of rows) {
      const check = checks.get(id);
      if (!check) continue;
      const { blueprint, documents } = check.modules ? estates.showcase : estates.full;
      const estate = new Estate(blueprint, documents);
      await check.violations(estate);
      const touched = [...estate.touched];
      for (const { resource, alternative } of proof) {
        const patterns = patternsIn(resource);
        const seen = patterns.length === 0 || patterns.some((pattern) => touched.some((type) => pattern.test(type)));
        if (seen) read++;
        else if (ARGUED[`${id} ${resource}`]) argued.push(`${id} ${resource}`);
        else if (!alternative) unread.push(`${id}: ${resource}`);
      }
    }
    process.stdout.write(`${name}: ${read} proof rows read, argued instead: ${argued.join('; ') || 'none'}\n`);
    expect(
      Object.keys(ARGUED)
        .filter((key) => checks.has(key.split(' ')[0] ?? ''))
        .sort(),
    ).toEqual([...new Set(argued)].sort());
    expect(unread).toEqual([]);
  });
});

it('the score', async () => {
  const cis = await judge(CIS, estates);
  const fsbp = await judge(FSBP, estates, cis);
  process.stdout.write(`CIS ${JSON.stringify(scoreOf(cis))}\nFSBP ${JSON.stringify(scoreOf(fsbp))}\n`);
  expect(scoreOf(cis).violated + scoreOf(fsbp).violated).toBe(0);
});
