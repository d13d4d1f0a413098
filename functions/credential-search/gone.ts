/** @returns undefined when AWS answers with one of the errors: what was listed has gone since */
export async function gone<Answer>(call: Promise<Answer>, ...errors: readonly string[]): Promise<Answer | undefined> {
  try {
    return await call;
  } catch (error) {
    if (errors.includes((error as Error).name)) return undefined;
    throw error;
  }
}
