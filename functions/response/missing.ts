/** For a read: undefined instead of the errors by which AWS says that there is nothing. */
export const missing =
  (...names: readonly string[]) =>
  (error: unknown): undefined => {
    if (error instanceof Error && names.includes(error.name)) return undefined;
    throw error;
  };
