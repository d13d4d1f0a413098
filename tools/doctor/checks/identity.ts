import {
  GetAccountPasswordPolicyCommand,
  GetGroupCommand,
  GetPolicyCommand,
  GetRoleCommand,
  GetUserCommand,
  ListOpenIDConnectProvidersCommand,
  ListRolesCommand,
} from '@aws-sdk/client-iam';
import { type Context, type Found, type Probe, placeOf, unlessMissing } from '../check';

const iam = ({ aws, blueprint }: Context) => aws.iam(blueprint.regions.home);
const existing =
  (name: string): NonNullable<Probe['field']> =>
  (_planned, { account }) => ({ path: [...placeOf(account), 'existing', name] });
const lost = (what: string): Found => ({
  what,
  remedy:
    'no state knows it; restore the state that made it from an older version in its bucket, or import it with `terraform import` (docs/runbooks/bootstrap.md)',
});

/** IAM names are unique in an account across all paths. */
export const IDENTITY_PROBES: readonly Probe[] = [
  {
    type: 'aws_iam_openid_connect_provider',
    otherwise: 'fails with EntityAlreadyExists: AWS allows one provider for each issuer',
    field: existing('oidcProvider'),
    look: async ({ attributes }, context) => {
      const { OpenIDConnectProviderList = [] } = await iam(context).send(new ListOpenIDConnectProvidersCommand({}));
      const arn = `arn:aws:iam::${context.account.id}:oidc-provider/${attributes.url.replace('https://', '')}`;
      return OpenIDConnectProviderList.some(({ Arn }) => Arn === arn) ? { what: `IAM OIDC provider ${arn}`, importId: arn, value: true } : undefined;
    },
  },
  {
    type: 'aws_iam_service_linked_role',
    otherwise: 'fails with InvalidInput: the name has been taken in this account',
    field: existing('configServiceLinkedRole'),
    look: async ({ attributes }, context) => {
      const service: string = attributes.aws_service_name;
      const { Roles = [] } = await iam(context).send(new ListRolesCommand({ PathPrefix: `/aws-service-role/${service}/` }));
      const arn = Roles[0]?.Arn;
      if (!arn) return undefined;
      const what = `service-linked role ${arn}`;
      // `existing` knows the role of AWS Config only.
      return service === 'config.amazonaws.com' ? { what, importId: arn, value: true } : lost(what);
    },
  },
  {
    type: 'aws_iam_account_password_policy',
    otherwise: 'overwrites it, and no plan shows what it was',
    field: existing('passwordPolicy'),
    look: async (_planned, context) => {
      const answer = await unlessMissing(iam(context).send(new GetAccountPasswordPolicyCommand({})));
      return answer
        ? {
            what: `account password policy (at least ${answer.PasswordPolicy?.MinimumPasswordLength ?? 6} characters)`,
            importId: 'iam-account-password-policy',
            value: true,
          }
        : undefined;
    },
  },
  {
    type: 'aws_iam_role',
    otherwise: 'fails with EntityAlreadyExists',
    look: async ({ attributes }, context) => {
      const answer = await unlessMissing(iam(context).send(new GetRoleCommand({ RoleName: attributes.name })));
      return answer ? lost(`role ${answer.Role?.Arn}`) : undefined;
    },
  },
  {
    type: 'aws_iam_user',
    otherwise: 'fails with EntityAlreadyExists',
    look: async ({ attributes }, context) => {
      const answer = await unlessMissing(iam(context).send(new GetUserCommand({ UserName: attributes.name })));
      return answer ? lost(`IAM user ${answer.User?.Arn}`) : undefined;
    },
  },
  {
    type: 'aws_iam_group',
    otherwise: 'fails with EntityAlreadyExists',
    look: async ({ attributes }, context) => {
      const answer = await unlessMissing(iam(context).send(new GetGroupCommand({ GroupName: attributes.name })));
      return answer ? lost(`IAM group ${answer.Group?.Arn}`) : undefined;
    },
  },
  {
    type: 'aws_iam_policy',
    otherwise: 'fails with EntityAlreadyExists',
    look: async ({ attributes }, context) => {
      const arn = `arn:aws:iam::${context.account.id}:policy${attributes.path ?? '/'}${attributes.name}`;
      return (await unlessMissing(iam(context).send(new GetPolicyCommand({ PolicyArn: arn })))) ? lost(`IAM policy ${arn}`) : undefined;
    },
  },
];
