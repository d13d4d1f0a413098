import { pages } from '../doctor/check';

/** Every page of an EC2 list. */
export const list = <Answer extends { NextToken?: string | undefined }, Item>(
  ask: (page: { readonly NextToken?: string }) => Promise<Answer>,
  items: (answer: Answer) => readonly Item[] | undefined,
): Promise<Item[]> =>
  pages(
    (token) => ask(token ? { NextToken: token } : {}),
    items,
    (answer) => answer.NextToken,
  );
