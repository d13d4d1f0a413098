import { createInterface } from 'node:readline/promises';

/**
 * Asks a person; only "yes" is a yes.
 * @param subject what the answer is about, named first in errors
 * @throws Error when the answer is another, or nobody is there
 */
export async function confirm(subject: string, question: string, autoApprove: boolean, otherwise: string): Promise<void> {
  if (autoApprove) return;
  if (!process.stdin.isTTY) throw new Error(`${subject}: nobody is there to confirm; pass --auto-approve in a pipeline`);
  const prompt = createInterface({ input: process.stdin, output: process.stderr }); // stdout may be JSON for a machine
  const answer = await prompt.question(`${question} Only "yes" is a yes: `);
  prompt.close();
  if (answer !== 'yes') throw new Error(`${subject}: not confirmed; ${otherwise}`);
}
