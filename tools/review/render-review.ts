import { PAGES, type Page } from './page-rows';
import { changeSections, code, type Limit, limited } from './render-changes';
import type { Review } from './review';
import type { RowsOf, VerdictChanges } from './verdict-changes';

export interface RenderOptions {
  /** What is compared: a commit or folder, and the configuration. */
  readonly before: string;
  readonly after: string;
  /** Lines of a section before it is cut. */
  readonly most: number;
  /** Account id -> name, to write `{prod}` for it. */
  readonly accounts: ReadonlyMap<string, string>;
  /** Why the policies were not evaluated; undefined when they were, or are the same. */
  readonly unevaluated?: string;
}

/** The review as Markdown: for a terminal, a pull request, or the summary of a workflow. */
export function renderReview(review: Review, { before, after, most, accounts, unevaluated }: RenderOptions): string {
  const first = attention(review);
  const limit: Limit = { most, rest: '`--all` prints them' };
  const body = [
    ...section('Look here first', first.length > 0 ? limited(first, limit) : ['Nothing that is compared here protects less than before.']),
    ...verdictSection(review.verdicts, most, unevaluated),
    ...priceSection(review),
    ...pageSections(review, limit),
    ...section('Stacks', stackLines(review)),
    ...(review.groups.length > 0 ? ['', '## Resources', ...changeSections(review.groups, limit)] : []),
  ];
  const nothing = !isChanged(review);
  const text = [`# ${before} → ${after}`, ...(nothing ? ['', 'Nothing changes in AWS.'] : body)].join('\n');
  return `${text.replaceAll(/(?<!\d)\d{12}(?!\d)/g, (id) => (accounts.has(id) ? `{${accounts.get(id)}}` : id))}\n`;
}

/** Is there anything to review? */
export const isChanged = ({ groups, newStacks, goneStacks, losses, pages }: Review): boolean =>
  groups.length + newStacks.length + goneStacks.length + losses.length + Object.values(pages).flatMap(({ added, removed }) => [...added, ...removed]).length >
  0;

/** What may hurt, a line each: lost data first, then what opens. */
export function attention(review: Review): string[] {
  const { verdicts } = review;
  const lines = (label: string, all: readonly string[] = []) => all.map((text) => `- **${label}** ${text}`);
  return [
    ...lines('would be destroyed, and is stateful:', review.losses.map(code)),
    ...lines('stack gone:', review.goneStacks),
    ...lines(
      'attack no longer denied:',
      verdicts?.opened.map((rows) => principal(rows, 'was denied by')),
    ),
    ...lines(
      'everyday work denied now:',
      verdicts?.blocked.map((rows) => principal(rows, 'denied by')),
    ),
    ...lines('guardrail weaker:', review.weakerGuardrails),
    ...lines('access given:', review.grantedAccess),
    ...lines('policy wider:', review.widerStatements),
    ...lines('reachable now:', review.openedPaths),
    ...lines('protection gone:', review.goneProtection),
    ...lines('setting weaker:', review.looserValues),
  ];
}

/** `Developer in dev: opens a shell; ... and 12 more (denied by DenyShells, ...)` */
function principal({ who, rows, by }: RowsOf, words: string, most = 6): string {
  const more = rows.length > most ? `; and ${rows.length - most} more` : '';
  return `${who}: ${rows.slice(0, most).join('; ')}${more} (${words} ${by.slice(0, most).join(', ')}${by.length > most ? ', ...' : ''})`;
}

function verdictSection(verdicts: VerdictChanges | undefined, most: number, unevaluated?: string): string[] {
  if (unevaluated) return section('Who may do what', [`NOT EVALUATED: ${unevaluated}`]);
  if (!verdicts) return section('Who may do what', ['Every policy is as before.']);
  const count = (all: readonly RowsOf[]) => all.reduce((sum, { rows }) => sum + rows.length, 0);
  const { asked, opened, stopped, blocked, unblocked } = verdicts;
  const lines = [
    ...stopped.map((rows) => `- attack denied now: ${principal(rows, 'by', most)}`),
    ...unblocked.map((rows) => `- works now: ${principal(rows, 'was denied by', most)}`),
  ];
  return section('Who may do what', [
    `${asked.toLocaleString('en-US')} attacks and everyday requests asked of both: ${count(opened)} attacks opened, ${count(stopped)} closed; ${count(blocked)} everyday requests denied now, ${count(unblocked)} work now.`,
    ...(lines.length > 0 ? ['', ...lines] : []),
  ]);
}

function priceSection({ prices }: Review): string[] {
  if (prices.length === 0) return [];
  const dollars = (amount: number) => amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const signed = (amount: number) => `${amount < 0 ? '−' : '+'}${dollars(Math.abs(amount))}`;
  const total = prices.reduce((sum, { before, after }) => sum + after - before, 0);
  return section(`Base price: ${signed(total)} USD a month while idle`, [
    '| stack | before | after | by |',
    '| --- | ---: | ---: | --- |',
    ...prices.map(({ stack, before, after, by }) => {
      const causes = by.slice(0, 5).map(([type, amount]) => `${type} ${signed(amount)}`);
      return `| ${stack} | ${dollars(before)} | ${dollars(after)} | ${causes.join(', ')} |`;
    }),
  ]);
}

function pageSections({ pages }: Review, limit: Limit): string[] {
  return (Object.keys(PAGES) as Page[]).flatMap((name) => {
    const { added, removed, unlisted } = pages[name];
    if (added.length + removed.length + unlisted === 0) return [];
    const rows = [...removed.map((row) => `- ${row}`), ...added.map((row) => `+ ${row}`)];
    const others = unlisted > 0 ? [`${unlisted} more of new stacks or networks stand in the page.`, ''] : [];
    return section(`${PAGES[name]}: ${added.length} rows new, ${removed.length} gone`, [
      ...others,
      ...(rows.length > 0 ? ['```diff', ...limited(rows, limit, '# '), '```'] : []),
    ]);
  });
}

const stackLines = ({ newStacks, goneStacks }: Review): string[] => [
  ...newStacks.map(({ stack, resources }) => `- new: ${stack} (${resources} resources)`),
  ...goneStacks.map((stack) => `- gone: ${stack}`),
];

const section = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? ['', `## ${title}`, '', ...lines] : []);
