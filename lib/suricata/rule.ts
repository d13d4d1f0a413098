/** One option of a rule: `content:"x"` or `nocase`. */
export interface RuleOption {
  readonly keyword: string;
  /** Text after the colon, as written; undefined where there is no colon. */
  readonly value?: string;
}

/** A Suricata rule, split but not yet judged. */
export interface SuricataRule {
  /** One line, as AWS Network Firewall is given it. */
  readonly text: string;
  /** File below rules/, for messages. */
  readonly file: string;
  readonly line: number;
  readonly action: string;
  readonly protocol: string;
  readonly source: string;
  readonly sourcePort: string;
  readonly direction: string;
  readonly destination: string;
  readonly destinationPort: string;
  readonly options: readonly RuleOption[];
  /** 0 where the rule has none that can be read. */
  readonly sid: number;
}

/** Something that is wrong with a rule: `what is wrong; what to do`, and what was given. */
export interface RuleMistake {
  readonly message: string;
  readonly value?: string;
}

/** An entry that cannot be imported as it is. */
export interface RefusedEntry {
  readonly file: string;
  readonly line: number;
  /** Its id, where the file cannot hold comments. */
  readonly id?: string;
  /** The first thing that is wrong with it. */
  readonly reason: string;
}

/** Ends the import: every mistake of every file, one line each. */
export class RuleImportError extends Error {
  constructor(
    readonly lines: readonly string[],
    /** Entries that a mistake is about, each once. */
    readonly refused: readonly RefusedEntry[] = [],
  ) {
    super([`rules: ${lines.length} ${lines.length === 1 ? 'mistake' : 'mistakes'}; nothing was written`, ...lines.map((line) => `  ${line}`)].join('\n'));
    this.name = 'RuleImportError';
  }
}

/** `FILE:LINE: sid SID what is wrong, got value; what to do` */
export function mistakeLine(place: { readonly file: string; readonly line: number; readonly sid?: number }, { message, value }: RuleMistake): string {
  const [wrong, ...remedy] = message.split('; ');
  const shown = value === undefined ? '' : `, got ${value.length > 80 ? `${value.slice(0, 77)}...` : value}`;
  return `${place.file}:${place.line}: ${place.sid ? `sid ${place.sid} ` : ''}${wrong}${shown}${remedy.length > 0 ? `; ${remedy.join('; ')}` : ''}`;
}
