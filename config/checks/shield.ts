import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { entriesOf, listOf, textOf } from './loose';

/** Protections that AWS would refuse, or that would never be made. */
export function shieldMistakes(input: Loose, ids: AccountIds): Mistake[] {
  return entriesOf(input?.environments, 'environments').flatMap(({ name: environment, path, value }) => {
    const shield = value?.shieldAdvanced;
    const at = `${path}.shieldAdvanced`;
    const resources = listOf(shield?.resources);
    const names = resources.map((resource) => textOf(resource?.name));
    const account = ids.accounts[environment] ?? value?.importId;
    return [
      ...twice(names, `${at}.resources`),
      ...twice(['all', ...listOf(shield?.groups).map((group) => textOf(group?.name))], `${at}.groups`, 1),
      ...resources.flatMap((resource, index): Mistake[] => {
        const owner = /^arn:aws:[a-z]+:[a-z0-9-]*:(\d{12}):/.exec(textOf(resource?.arn) ?? '')?.[1];
        return owner === undefined || account === undefined || owner === account
          ? []
          : [
              {
                path: `${at}.resources.${index}.arn`,
                message: `is in another account than ${environment} (${account}); protect it in the environment that owns it`,
                value: resource.arn,
              },
            ];
      }),
      ...listOf(shield?.groups).flatMap((group, index) =>
        listOf(group?.members).flatMap((member, position) =>
          names.includes(member)
            ? []
            : [
                {
                  path: `${at}.groups.${index}.members.${position}`,
                  message: `is no name of ${at}.resources; add the resource or correct the name`,
                  value: member,
                },
              ],
        ),
      ),
      ...(shield?.enabled !== true && (resources.length > 0 || shield?.responseTeamAccess === true)
        ? [
            {
              path: `${at}.enabled`,
              message: 'must be true for resources or responseTeamAccess; enable it (3000 USD a month), or remove them',
              value: shield?.enabled,
            },
          ]
        : []),
    ];
  });
}

function twice(names: readonly (string | undefined)[], at: string, offset = 0): Mistake[] {
  return names.flatMap((name, index) =>
    name !== undefined && names.indexOf(name) < index
      ? [{ path: `${at}.${index - offset}.name`, message: 'is a name that another one has; every one has its own', value: name }]
      : [],
  );
}
