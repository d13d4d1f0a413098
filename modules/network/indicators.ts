import { ruleFile, ruleFileNames } from '../../lib/rule-files';
import { mistakeLine, RuleImportError, type RuleMistake } from '../../lib/suricata/rule';
import { entriesOf, headerOf, type RuleFileHeader } from '../../lib/suricata/rule-file';

/** A file of domains that no workload has a reason to look up. */
export interface IndicatorFile {
  readonly path: string;
  readonly header: RuleFileHeader;
  /** In the form of DNS Firewall, sorted: `bad.example` or `*.bad.example`. */
  readonly domains: readonly string[];
}

const FOLDER = 'ioc';
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** Every rules/ioc/*.domains file. @throws RuleImportError with every mistake */
export function importedIndicators(): IndicatorFile[] {
  return indicatorsOf(ruleFileNames(FOLDER, '.domains').map((path) => ({ path: `rules/${path}`, text: ruleFile(path) })));
}

export function indicatorsOf(files: readonly { readonly path: string; readonly text: string }[]): IndicatorFile[] {
  const lines: string[] = [];
  const seen = new Map<string, string>();
  const found = files.map(({ path, text }) => {
    const { header, mistakes } = headerOf(text);
    lines.push(...mistakes.map((mistake) => mistakeLine({ file: path, line: 1 }, mistake)));
    const domains: string[] = [];
    for (const { text: entry, line } of entriesOf(text)) {
      const domain = entry.toLowerCase().replace(/\.$/, '');
      const place = `${path}:${line}`;
      const wrong = domainMistake(domain, seen.get(domain));
      if (wrong) lines.push(mistakeLine({ file: path, line }, wrong));
      else domains.push(domain);
      if (!seen.has(domain)) seen.set(domain, place);
    }
    return { path, header, domains: domains.sort() };
  });
  if (lines.length > 0) throw new RuleImportError(lines);
  return found;
}

function domainMistake(domain: string, other: string | undefined): RuleMistake | undefined {
  if (other) return { message: `is listed at ${other} already; remove it`, value: domain };
  const labels = domain.replace(/^\*\./, '').split('.');
  if (domain.length > 255 || labels.length < 2 || !labels.every((label) => LABEL.test(label)))
    return { message: 'must be one domain a line, such as bad.example or *.bad.example; correct it', value: domain };
  // One entry would refuse every name: AWS's own services would stop with it.
  if (['amazonaws.com', 'amazon.com', 'aws.amazon.com', 'api.aws'].some((ours) => domain === ours || domain === `*.${ours}`))
    return { message: 'is a domain that AWS itself needs; remove it', value: domain };
  return undefined;
}
