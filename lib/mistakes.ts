import type { Construct } from 'constructs';

/**
 * Refuses at synthesis what types cannot: all mistakes at once, each as `path: what is wrong, got value; what to do`.
 * @param lines what is wrong; `undefined` or false for what is fine
 */
export function refuse(construct: Construct, lines: readonly (string | undefined | false)[]): void {
  construct.node.addValidation({
    validate: () => lines.filter((line): line is string => typeof line === 'string').map((line) => `${construct.node.path}: ${line}`),
  });
}
