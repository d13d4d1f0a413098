import { join } from 'node:path';
import { loadBlueprint } from '../../config/load';
import { exampleIds, exampleInput } from '../../test/fixtures/example';
import { methods, operations, techniques } from '../../test/support/shared-corpora';
import { synth } from '../../test/support/synth';
import { administrator, type Call, evaluateCall, evaluateCalls, principalNamed, withinBoundary } from '../../tools/can/corpus';
import type { Principal } from '../../tools/can/principals';
import { Synthesized } from '../../tools/can/synthesized';

const folder = join(process.cwd(), '../shared/corpora');
const input = exampleInput();
input.guardrails = { partners: [{ name: 'scanner', account: '999988887777' as never }] };
const { blueprint } = loadBlueprint(input, exampleIds());
const synthesized = new Synthesized(blueprint, synth(input).documents);
const id = (name: string) => blueprint.accounts[name]?.id as string;
const print = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);
const SETS = [...new Set(blueprint.access.assignments.map(({ permissionSet }) => permissionSet as string))];

describe.each(['prod', 'dev', 'test'])('techniques against an administrator of %s', (account) => {
  const admins = [
    'role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_AdministratorAccess_0123456789abcdef',
    'role/Admin',
    'role/OrganizationAccountAccessRole',
    'root',
  ];
  it.each(admins)('%s', async (name) => {
    const rows: string[] = [];
    const counts: Record<string, [number, number]> = {};
    for (const technique of techniques(folder, id(account), id('log-archive'), id('management'))) {
      const by: string[] = [];
      const authorized = (call: Call) => call.action !== 'signin:ConsoleLogin'; // an event, no action: IAM is not asked
      for (const call of technique.calls.filter(authorized)) {
        const who = principal(call.principal, account, name);
        const result = await evaluateCall(synthesized, who, call, ['scp', 'rcp'], true);
        if (!result.allowed && call.critical) by.push(...result.by);
      }
      for (const call of technique.variants.filter(authorized)) {
        const result = await evaluateCall(synthesized, principal(call.principal, account, name), call, ['scp', 'rcp'], true);
        if (call.critical) rows.push(`      variant ${call.action}: ${result.allowed ? 'OPEN' : result.by}`);
        if (call.principal === 'external_attacker') expect([technique.id, call.action, result.allowed]).toEqual([technique.id, call.action, false]);
      }
      const count = counts[technique.class] ?? [0, 0];
      counts[technique.class] = count;
      count[1]++;
      if (by.length > 0) count[0]++;
      rows.push(`  ${technique.class.padEnd(16)} ${by.length > 0 ? `blocked by ${[...new Set(by)]}` : 'OPEN'}  ${technique.id}`);
    }
    print([
      `${account} ${name}: ${Object.entries(counts)
        .map(([kind, [blocked, all]]) => `${kind} ${blocked}/${all}`)
        .join(', ')}`,
      ...rows.sort(),
    ]);
  });
  function principal(kind: string | undefined, at: string, name: string): Principal {
    if (kind === 'external_attacker') return { ...administrator('arn:aws:iam::193672423079:role/attacker'), at: id(at) };
    if (kind === 'log_archive_admin') return administrator(`arn:aws:iam::${id('log-archive')}:role/Admin`);
    if (kind?.startsWith('instance_role')) return withinBoundary(synthesized, `arn:aws:iam::${id(at)}:role/app-role`, at);
    if (kind === 'iam_user') return administrator(`arn:aws:iam::${id(at)}:user/svc-legacy`);
    return name === 'root' ? principalNamed(synthesized, 'root', at) : administrator(`arn:aws:iam::${id(at)}:${name}`);
  }
});

describe.each(['prod', 'dev', 'test'])('ways to more privileges in %s', (account) => {
  it.each(['admin', ...SETS])('%s', async (name) => {
    const rows: string[] = [];
    let closed = 0;
    const all = methods(folder, id(account));
    const unknown: string[] = [];
    for (const { id: method, calls } of all) {
      const who = principalNamed(synthesized, name, account);
      try {
        const result = await evaluateCalls(synthesized, who, calls, name === 'admin' ? ['scp'] : ['scp', 'identity'], true);
        if (result.allowed)
          rows.push(
            `  OPEN ${method}: ${calls
              .map(({ action, resources }) => `${action} ${resources}`)
              .join(' + ')
              .slice(0, 300)}`,
          );
        else closed++;
      } catch (error) {
        unknown.push(`  ${method}: ${(error as Error).message}`);
      }
    }
    print([`${account} ${name}: ${closed} of ${all.length} closed, ${unknown.length} not evaluable`, ...rows, ...unknown]);
  });
});

it('everyday work', async () => {
  const accounts = Object.fromEntries(
    Object.entries({ dev: 'dev', test: 'test', prod: 'prod', network: 'prod', security: 'security', log_archive: 'log-archive', management: 'management' }).map(
      ([name, ours]) => [name, { name: ours, id: id(ours) }],
    ),
  );
  const wrong: string[] = [];
  const score: Record<string, [number, number]> = {};
  for (const row of operations(folder, accounts)) {
    let verdict: string;
    try {
      const set = /AWSReservedSSO_(\w+)_/.exec(row.principal)?.[1];
      const who = set ? principalNamed(synthesized, set, row.account) : principalOf(row.principal, row.account);
      const result = await evaluateCall(synthesized, who, row.call, row.layers, true);
      verdict = result.allowed ? 'allow' : `deny ${result.by}`;
    } catch (error) {
      verdict = `error ${(error as Error).message}`;
    }
    const count = score[`${row.role} ${row.expect}`] ?? [0, 0];
    score[`${row.role} ${row.expect}`] = count;
    count[1]++;
    if (!verdict.startsWith(row.expect)) {
      count[0]++;
      wrong.push(
        `  ${row.id} ${row.role} ${row.account} ${row.call.action} ${row.call.resources} [${row.layers}] should ${row.expect}: ${verdict} (${row.why})`,
      );
    }
  }
  print(['everyday, wrong of all:', ...Object.entries(score).map(([key, [bad, all]]) => `  ${key}: ${bad} of ${all}`), ...wrong]);
  function principalOf(arn: string, account: string): Principal {
    if (/role\/(app-deploy|app-runtime)$/.test(arn)) return withinBoundary(synthesized, arn, account);
    if (arn.includes('999988887777')) return administrator(arn);
    if (arn.includes('aws-service-role')) return administrator(arn);
    if (arn.endsWith(':root')) return principalNamed(synthesized, 'root', account);
    if (!arn.startsWith('arn:'))
      return { arn: arn.includes('.') ? arn : `arn:aws:iam::${id(account)}:oidc-provider/token.actions.githubusercontent.com`, policies: [] };
    return principalNamed(synthesized, arn, account);
  }
});
