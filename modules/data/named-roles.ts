import type { Construct } from 'constructs';
import { refuse } from '../../lib/mistakes';
import type { Workload } from './workload';

/** Path and name of a role of the same account, such as `app/shop`. It need not exist yet: policies name it in a condition. */
export type NamedRole = string;

export const roleArns = ({ account }: Workload, roles: readonly NamedRole[]): string[] => roles.map((role) => `arn:aws:iam::${account}:role/${role}`);

/** A pattern lets in whoever can make a role that fits; the platform's roles and people must not be among those who use data. */
export function refuseRoles(construct: Construct, props: Readonly<Record<string, readonly NamedRole[]>>): void {
  refuse(
    construct,
    Object.entries(props).flatMap(([prop, roles]) => [
      roles.length === 0 && `${prop} must name at least one role, got []; name the role that does the work, such as app/shop`,
      ...roles.map((role) =>
        !/^[\w+=,.@-]+(\/[\w+=,.@-]+)*$/.test(role)
          ? `${prop} must be paths and names of roles without wildcards, got ${JSON.stringify(role)}; write PATH/NAME such as app/shop`
          : /^(platform|aws-reserved|aws-service-role)\//.test(role) &&
            `${prop} must be roles of applications, got ${JSON.stringify(role)}; data is used by neither the platform nor people`,
      ),
    ]),
  );
}
