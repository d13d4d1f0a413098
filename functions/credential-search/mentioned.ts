import type { Call } from './event';

/** Ids of one form that a record names, in its answer or its request. */
export const mentioned = ({ requestParameters, responseElements }: Call, form: RegExp): string[] => [
  ...new Set(JSON.stringify([responseElements, requestParameters]).match(new RegExp(form.source, 'g'))),
];

/** A parameter of the request that is a text. */
export const requested = ({ requestParameters }: Call, name: string): string | undefined => {
  const value = requestParameters?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
