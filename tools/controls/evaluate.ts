import type { DetectionStep } from '../../config/detection-steps';
import { includesStep } from '../../config/detection-steps';
import type { Benchmark } from './catalogue';
import type { Check, ControlException, Violation } from './check';
import type { Estate } from './estate';
import { OPEN } from './open';

/** The organization as configured, with the whole detection ladder, and with one of each example module besides. */
export interface Estates {
  readonly configured: Estate;
  readonly full: Estate;
  readonly showcase: Estate;
}

/** What became of one control. */
export interface Verdict {
  readonly id: string;
  readonly check?: Check;
  /** File of the check below tools/controls. */
  readonly file?: string;
  readonly exception?: ControlException;
  /** What it waits for. */
  readonly open?: string;
  readonly sameAs?: string;
  /** Of the whole ladder; for modules over one of each. */
  readonly violations: readonly Violation[];
  /** Of the organization as configured; nothing where its step is too low. */
  readonly configured?: readonly Violation[];
}

export const stepOf = ({ from = 'native' }: Pick<Check, 'from'>): DetectionStep => from;

/** Judges every control of a benchmark. @param others verdicts of the benchmark that it repeats */
export async function judge(benchmark: Benchmark, estates: Estates, others: readonly Verdict[] = []): Promise<Verdict[]> {
  const files = new Map(Object.entries(benchmark.checks).flatMap(([file, checks]) => checks.map((check) => [check.id, { file, check }])));
  const verdicts: Verdict[] = [];
  for (const id of benchmark.ids) {
    const same = benchmark.sameAs[id];
    const repeated = others.find((one) => one.id === same);
    const found = files.get(id);
    const exception = benchmark.exceptions.find((one) => one.id === id);
    if (repeated) verdicts.push({ ...repeated, id, sameAs: same as string });
    else if (found) verdicts.push({ id, ...found, ...(OPEN[id] ? { open: OPEN[id] } : {}), ...(await judgeCheck(found.check, estates)) });
    else verdicts.push({ id, ...(exception ? { exception } : {}), violations: exception ? exceptionMistakes(exception, estates) : [NEITHER] });
  }
  return verdicts;
}

const NEITHER: Violation = { account: 'management', at: 'tools/controls', what: 'has neither a check nor an exception' };

async function judgeCheck(check: Check, { configured, full, showcase }: Estates): Promise<Pick<Verdict, 'violations' | 'configured'>> {
  const violations = await check.violations(check.modules ? showcase : full);
  const reached = includesStep(configured.blueprint.detection, stepOf(check));
  return { violations, ...(reached ? { configured: await check.violations(configured) } : {}) };
}

/** An exception for what the blueprint makes after all is none. */
function exceptionMistakes({ types = [] }: ControlException, { full, showcase }: Estates): Violation[] {
  return [full, showcase].flatMap((estate) => estate.of(...types)).map(({ account, path }) => ({ account, at: path, what: 'is made after all; prove it' }));
}
