import type { Everyday } from './corpus';

/** What people and software do on an ordinary day, by role and account; written for this project. */
export const EVERYDAY: readonly Everyday[] = [
  { what: 'lists instances', as: 'Developer', in: 'dev', call: { action: 'ec2:DescribeInstances' }, expect: 'allow' },
];
