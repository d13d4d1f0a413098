/** Text that an intruder may have chosen (a name, a key, a user agent), on one line and of bounded length: it must not pass for words of ours. */
export function plain(value: unknown, longest: number): string {
  const line = `${value ?? ''}`.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
