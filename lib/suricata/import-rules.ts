import { headerMistakes, type KnownVariables } from './check-header';
import { optionMistakes } from './check-options';
import { mistakeLine, type RefusedEntry, RuleImportError, type SuricataRule } from './rule';
import { entriesOf, headerOf, type RuleFileHeader, switchedOff } from './rule-file';
import { splitRule } from './split-rule';

/** Sids of rules that the blueprint writes itself (allowed domains, ingress). */
export const GENERATED_SIDS = { first: 1_900_000, last: 1_999_999 } as const;

export interface RuleFile {
  /** Path in the project, for example rules/suricata/starter.rules. */
  readonly path: string;
  readonly text: string;
}

export interface ImportedFile {
  readonly path: string;
  readonly header: RuleFileHeader;
  readonly rules: readonly SuricataRule[];
  /** Rules that are commented out. */
  readonly switchedOff: number;
}

/**
 * Reads rule files in the order given and checks every rule against what AWS Network Firewall takes.
 * @throws RuleImportError with every mistake of every file; a rule is never dropped in silence
 */
export function importRules(files: readonly RuleFile[], variables: KnownVariables): ImportedFile[] {
  const lines: string[] = [];
  const refused: RefusedEntry[] = [];
  const seen = new Map<number, SuricataRule>();
  const imported = files.map(({ path, text }) => {
    const { header, mistakes } = headerOf(text);
    lines.push(...mistakes.map((mistake) => mistakeLine({ file: path, line: 1 }, mistake)));
    const rules: SuricataRule[] = [];
    for (const entry of entriesOf(text)) {
      const split = splitRule(entry.text, path, entry.line);
      if ('mistake' in split) {
        lines.push(mistakeLine({ file: path, line: entry.line, sid: split.sid }, split.mistake));
        refused.push({ file: path, line: entry.line, reason: split.mistake.message });
        continue;
      }
      const { rule } = split;
      const wrong = [...headerMistakes(rule, variables), ...optionMistakes(rule), ...sidMistakes(rule, seen)];
      lines.push(...wrong.map((mistake) => mistakeLine(rule, mistake)));
      if (wrong[0]) refused.push({ file: path, line: entry.line, reason: wrong[0].message });
      rules.push(rule);
    }
    return { path, header, rules, switchedOff: switchedOff(text) };
  });
  if (lines.length > 0) throw new RuleImportError(lines, refused);
  return imported;
}

function sidMistakes(rule: SuricataRule, seen: Map<number, SuricataRule>) {
  if (rule.sid === 0) return [];
  const other = seen.get(rule.sid);
  if (other) return [{ message: `has the sid of ${other.file}:${other.line}; give it one of its own`, value: String(rule.sid) }];
  seen.set(rule.sid, rule);
  return rule.sid >= GENERATED_SIDS.first && rule.sid <= GENERATED_SIDS.last
    ? [
        {
          message: `must have a sid outside ${GENERATED_SIDS.first} to ${GENERATED_SIDS.last}, which generated rules have; choose another`,
          value: String(rule.sid),
        },
      ]
    : [];
}
