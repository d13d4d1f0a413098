// Joins checkov's findings to .ci/checkov-exceptions.json, so that neither a new weakness nor a stale excuse passes.
// `node checkov-verdict.cjs EXCEPTIONS (STACKS REPORT)...`: STACKS is the folder that checkov read, REPORT its JSON.
'use strict';
const { readFileSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');

/** checkov forgets the type of a resource whose check is for one resource: the stack's own JSON knows it. */
function pathsOf(stacks, { file_path, resource }) {
  const stack = basename(dirname(file_path));
  if (!resource.startsWith('resource.')) return [`${stack}/${resource}`];
  const name = resource.slice('resource.'.length);
  const { resource: types = {} } = JSON.parse(readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8'));
  const found = Object.keys(types).filter((type) => name in types[type]);
  return found.map((type) => `${stack}/${type}.${name}`);
}

/** `*` stands for any characters but a slash. */
const matches = (pattern, path) => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*')}$`).test(path);

function failuresOf(stacks, report) {
  const { results, summary } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that checkov cannot read has no findings: that must not look like a clean one.
  if (!results || summary.parsing_errors > 0 || summary.passed === 0) throw new Error(`${report}: checkov did not read every stack; see its errors`);
  const failures = results.failed_checks.flatMap((failed) => {
    const paths = pathsOf(stacks, failed);
    if (paths.length === 0) throw new Error(`${report}: ${failed.check_id} names an unknown resource, got ${failed.resource}; correct the verdict`);
    return paths.map((path) => ({ check: failed.check_id, path, title: failed.check_name }));
  });
  return { failures, passed: summary.passed };
}

function verdict(exceptions, failures) {
  const used = new Set();
  const lines = [];
  for (const { check, path, title } of failures) {
    const entry = exceptions.findIndex((each) => each.check === check && matches(each.resource, path));
    if (entry < 0) lines.push(`${path}: ${check} failed (${title}); correct the module, or add {check, resource, reason}`);
    else used.add(entry);
  }
  exceptions.forEach(({ check, resource, reason, ...rest }, index) => {
    const where = `entry ${index} (${check} ${resource})`;
    if (!reason || reason.length < 20) lines.push(`${where}: has no reason, got ${JSON.stringify(reason ?? '')}; say why this is safe`);
    if (Object.keys(rest).length > 0) lines.push(`${where}: has unknown members, got ${Object.keys(rest)}; remove them`);
    if (!used.has(index)) lines.push(`${where}: matches no failed check; remove it`);
  });
  return [...new Set(lines)];
}

const [file, ...runs] = process.argv.slice(2);
try {
  const exceptions = JSON.parse(readFileSync(file, 'utf8'));
  const all = [];
  for (let at = 0; at < runs.length; at += 2) {
    const { failures, passed } = failuresOf(runs[at], runs[at + 1]);
    console.log(`${basename(runs[at])}: checks passed ${passed}, failed ${failures.length}`);
    all.push(...failures);
  }
  const lines = verdict(exceptions, all);
  for (const line of lines) console.error(line);
  console.log(`exceptions ${exceptions.length}, failed checks without one or stale entries ${lines.length}`);
  process.exitCode = lines.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
