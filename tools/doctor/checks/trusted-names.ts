import { GetRoleCommand, ListRolesCommand } from '@aws-sdk/client-iam';
import { iamRoleArn } from '../../../lib/arn';
import { PLATFORM_PATH } from '../../../lib/naming';
import { type Context, type Finding, pages, type Survey, unlessMissing } from '../check';

/**
 * Guardrails exempt roles by path and name, and only they keep others from making roles of these names. In an account that had no guardrails yet
 * somebody may have made one beforehand, and waits for the exemption: looked for before the account leaves `onboarding`.
 */
export const trustedNames: Survey = {
  name: 'roles with names that guardrails exempt',
  concerns: () => true,
  look: async (context) => [...(await underPlatform(context)), ...(await deployers(context))],
};

async function underPlatform({ aws, blueprint, account, documents }: Context): Promise<Finding[]> {
  const roles = await pages(
    (Marker) => aws.iam(blueprint.regions.home).send(new ListRolesCommand({ PathPrefix: PLATFORM_PATH, ...(Marker ? { Marker } : {}) })),
    (answer) => answer.Roles,
    (answer) => answer.Marker,
  );
  const ours = new Set(
    [...documents.values()]
      .filter((document) => document.provider?.aws?.[0]?.allowed_account_ids?.[0] === account.id)
      .flatMap((document) => Object.values<{ path?: string; name: string }>(document.resource?.aws_iam_role ?? {}))
      .map(({ path = '/', name }) => iamRoleArn(account.id, path, name)),
  );
  return roles.flatMap(({ Arn }) =>
    Arn === undefined || ours.has(Arn)
      ? []
      : [{ kind: 'by-hand', what: `role ${Arn}`, consequence: 'no stack makes it, and guardrails exempt what lies there; find out who did, then delete it' }],
  );
}

/** Once the guardrails hold, nobody but the apply role makes these: then they are the pipelines' own. */
async function deployers({ aws, blueprint, account }: Context): Promise<Finding[]> {
  if (account.status !== 'onboarding') return [];
  const found = await Promise.all(
    blueprint.guardrails.deployRoles.map(async (role) => {
      const RoleName = role.slice(role.lastIndexOf('/') + 1);
      const answer = await unlessMissing(aws.iam(blueprint.regions.home).send(new GetRoleCommand({ RoleName })));
      return answer?.Role?.Arn === iamRoleArn(account.id, '/', role) ? [answer.Role.Arn] : [];
    }),
  );
  return found.flat().map((arn) => ({
    kind: 'by-hand',
    what: `role ${arn}`,
    consequence: 'guardrails will let it deploy (guardrails.deployRoles), and it was made before they held; read its trust and policies, or delete it',
  }));
}
