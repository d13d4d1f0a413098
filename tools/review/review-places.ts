import type { ChangeGroup } from './grouped-changes';

/** `prod, dev (eu-west-1, us-east-1)` */
export const placesOf = ({ places }: Pick<ChangeGroup, 'places'>): string =>
  [...places].map(([stack, regions]) => (regions.length > 0 ? `${stack} (${regions.join(', ')})` : stack)).join(', ');
