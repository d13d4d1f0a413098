/** One mistake in the configuration. */
export interface Mistake {
  /** Dotted path in the file, for example environments.prod.network.cidr. */
  readonly path: string;
  /** What is wrong, what is allowed and what to do. */
  readonly message: string;
  /** The value given; undefined when there is none. */
  readonly value?: unknown;
  /** The part of the configuration that it is measured against: where that has a mistake itself, only that one is told. */
  readonly against?: string;
}

/** All mistakes of a configuration at once. Its message is one line for each: `path: what is wrong, got value; what to do`. */
export class ConfigError extends Error {
  constructor(
    readonly file: string,
    readonly mistakes: readonly Mistake[],
  ) {
    super([`${file}: ${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}; nothing was written`, ...mistakes.map(line)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** The line of one mistake; the value stands between what is wrong and what to do. */
export function line({ path, message, value }: Mistake): string {
  const [wrong, ...remedy] = message.split('; ');
  const shown = value === undefined ? 'nothing' : brief(written(value));
  return `  ${path}: ${wrong}, got ${shown}${remedy.length > 0 ? `; ${remedy.join('; ')}` : ''}`;
}

/** A value as the file has it; a configuration is a program, so that it may hold what JSON cannot. */
function written(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (value instanceof Promise) return 'a promise';
  if (typeof value === 'bigint' || typeof value === 'symbol' || (typeof value === 'number' && !Number.isFinite(value))) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return 'an object that is no plain data'; // a circle, or a bigint within
  }
}

function brief(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
