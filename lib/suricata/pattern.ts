/** What is wrong with a pcre that no engine is needed to see: brackets that do not match. Everything else is for Suricata to say. */
export function patternMistake(value: string): string[] {
  const [, pattern = ''] = /^!?\s*"?!?\/(.*)\/[A-Za-z]*"?$/s.exec(value) ?? [];
  if (/\\Q|\(\?#|\(\*/.test(pattern)) return []; // literal parts and verbs have brackets of their own
  const extended = /\/[a-zA-Z]*x[a-zA-Z]*"?$/.test(value) && pattern.includes('#');
  if (extended) return []; // comments
  let depth = 0;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index];
    if (character === '\\') index++;
    else if (character === '[') {
      const end = endOfClass(pattern, index);
      if (end < 0) return ['has a pcre with an open [; close the class'];
      index = end;
    } else if (character === '(') depth++;
    else if (character === ')' && --depth < 0) return ['has a pcre that closes a group it did not open; write \\) for the character'];
  }
  return depth > 0 ? ['has a pcre with an open group; close it, or write \\( for the character'] : [];
}

/** Index of the bracket that ends a character class; a bracket that comes first is a character of it. */
function endOfClass(pattern: string, start: number): number {
  let index = start + 1;
  if (pattern[index] === '^') index++;
  if (pattern[index] === ']') index++;
  for (; index < pattern.length; index++) {
    if (pattern[index] === '\\') index++;
    else if (pattern.startsWith('[:', index) && pattern.indexOf(':]', index) > 0) index = pattern.indexOf(':]', index) + 1;
    else if (pattern[index] === ']') return index;
  }
  return -1;
}
