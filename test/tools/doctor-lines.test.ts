import { STSClient } from '@aws-sdk/client-sts';
import type { BlueprintInput } from '../../config/blueprint-schema';
import { loadBlueprint } from '../../config/load';
import { enter } from '../../tools/doctor/enter';
import { examine } from '../../tools/doctor/examine';
import { existingLines, type Lines } from '../../tools/doctor/existing-lines';
import { exitCode, report } from '../../tools/doctor/report';
import brownfield from '../fixtures/brownfield';
import { exampleIds, exampleInput } from '../fixtures/example';
import { type Answer, fakeAws } from '../support/fake-aws';
import { synth } from '../support/synth';

/** An organization that was there before, as AWS would describe it. */
const BEFORE: Readonly<Record<string, Answer>> = {
  ListOpenIDConnectProviders: {
    OpenIDConnectProviderList: ['111111111111', '444444444444'].map((id) => ({ Arn: `arn:aws:iam::${id}:oidc-provider/token.actions.githubusercontent.com` })),
  },
  GetAccountPasswordPolicy: { PasswordPolicy: { MinimumPasswordLength: 14 } },
  DescribeConfigurationRecorders: { ConfigurationRecorders: [{ name: "it's old" }] },
  DescribeDeliveryChannels: (_input, region) => ({ DeliveryChannels: region === 'us-east-1' ? [] : [{ name: 'old', s3BucketName: 'logs' }] }),
  ListAnalyzers: { analyzers: [{ name: 'org' }] },
  ListOrganizationalUnitsForParent: ({ ParentId }) => ({ OrganizationalUnits: ParentId === 'r-a1b2' ? [{ Id: 'ou-a1b2-11111111', Name: 'security' }] : [] }),
  ListAccounts: { Accounts: [{ Id: '444444444444', Email: 'aws+prod@example.com', Name: 'example-corp prod' }] },
  ListDelegatedAdministrators: ({ ServicePrincipal }) => ({
    DelegatedAdministrators: [{ Id: ServicePrincipal === 'observabilityadmin.amazonaws.com' ? '222222222222' : '333333333333' }],
  }),
  ListAWSServiceAccessForOrganization: {
    EnabledServicePrincipals: [{ ServicePrincipal: 'license-manager.amazonaws.com' }, { ServicePrincipal: 'ssm.amazonaws.com' }],
  },
  ListRoots: { Roots: [{ PolicyTypes: [{ Type: 'CHATBOT_POLICY', Status: 'ENABLED' }] }] },
  ListPermissionSets: { PermissionSets: ['arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef'] },
  DescribePermissionSet: { PermissionSet: { Name: 'Billing' } },
  ListGroups: { Groups: [{ DisplayName: 'platform-admins', GroupId: '12345678-1234-1234-1234-123456789012' }] },
};

async function doctor(input: BlueprintInput, name: string, answers: Readonly<Record<string, Answer>>) {
  const { blueprint } = loadBlueprint(input, exampleIds());
  const account = blueprint.accounts[name] as never;
  const examination = await examine(account, blueprint, synth(input).documents, fakeAws(answers).aws);
  const lines = existingLines(examination.findings, blueprint);
  return { ...examination, lines, text: report(account, examination, lines, 'blueprint.config.ts') };
}

/** Does what the report says: puts the lines into the configuration, in place of the same fields. */
function paste(input: BlueprintInput, lines: readonly Lines[]): void {
  for (const { place, text } of lines) {
    const target = place.split('.').reduce<Record<string, unknown>>((value, key) => value[key] as Record<string, unknown>, input as never);
    Object.assign(target, new Function(`return {\n${text}\n}`)());
  }
}

const kinds = (findings: readonly { kind: string }[]) => [...new Set(findings.map(({ kind }) => kind))].sort();

describe('the printed lines', () => {
  it.each(['management', 'log-archive', 'security', 'prod'])('%s: pasted, everything is imported and nothing is left to do', async (name) => {
    const input = exampleInput();
    const first = await doctor(input, name, BEFORE);
    expect(exitCode(first)).toBe(3);
    expect(kinds(first.findings)).toEqual(['import']);
    paste(input, first.lines);
    const second = await doctor(input, name, BEFORE);
    expect([second.couldNotLook, second.lines, exitCode(second)]).toEqual([[], [], 0]);
    // Authoritative lists have no import block: what they hold is simply no finding any more.
    expect(second.findings.map(({ what }) => what)).toEqual(first.findings.map(({ what }) => what).filter((what) => !/ is on$/.test(what)));
    expect(kinds(second.findings)).toEqual(['listed']);
  });

  it('read like the file that they belong in', async () => {
    const input = exampleInput();
    const { prod } = input.environments;
    Object.assign(prod as object, { existing: { passwordPolicy: true } });
    const { lines } = await doctor(input, 'prod', BEFORE);
    expect(lines).toEqual([
      {
        place: 'environments.prod',
        text: `existing: {
  passwordPolicy: true,
  oidcProvider: true,
  configRecorders: {
    'eu-central-1': {
      recorder: 'it\\'s old',
      channel: 'old',
    },
    'eu-west-1': {
      recorder: 'it\\'s old',
      channel: 'old',
    },
    'us-east-1': {
      recorder: 'it\\'s old',
    },
  },
},`,
      },
    ]);
  });

  it('correct what is said to exist and does not, or under another name', async () => {
    const input = brownfield();
    const { findings, lines } = await doctor(input, 'prod', {
      DescribeConfigurationRecorders: (_input, region) => ({ ConfigurationRecorders: region === 'eu-west-1' ? [{ name: 'new' }] : [] }),
    });
    expect(findings.map(({ kind, what }) => `${kind}: ${what}`)).toEqual([
      'wrong: aws_iam_openid_connect_provider arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com is not there',
      'wrong: aws_iam_service_linked_role arn:aws:iam::444444444444:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig is not there',
      'wrong: aws_iam_account_password_policy iam-account-password-policy is not there',
      'wrong: aws_config_configuration_recorder old is not there, AWS Config recorder new in eu-west-1 is',
      'wrong: aws_config_delivery_channel old is not there',
    ]);
    expect(lines.map(({ text }) => text)).toEqual(["existing: {\n  configRecorders: {\n    'eu-west-1': {\n      recorder: 'new',\n    },\n  },\n},"]);
  });

  it('take a list entry away that is not true', async () => {
    const input = brownfield();
    input.organization.existing = { delegatedAdministrators: ['config.amazonaws.com', 'iam.amazonaws.com'] };
    delete input.access.existing;
    const { lines } = await doctor(input, 'management', {
      ListAccounts: { Accounts: [{ Id: '444444444444', Email: 'aws+prod@example.com' }] },
      ListDelegatedAdministrators: ({ ServicePrincipal }) => ({
        DelegatedAdministrators: ServicePrincipal === 'iam.amazonaws.com' ? [{ Id: '333333333333' }] : [],
      }),
    });
    expect(lines).toEqual([{ place: 'organization', text: "existing: {\n  delegatedAdministrators: ['iam.amazonaws.com'],\n}," }]);
  });
});

it('the report names consequence, place and next step', async () => {
  const { text } = await doctor(exampleInput(), 'prod', BEFORE);
  expect(text).toContain('the apply of prod-state fails with EntityAlreadyExists');
  expect(text).toContain('Put into blueprint.config.ts, environments.prod (in place of the same fields there):\n\nexisting: {\n');
  expect(text).toContain('Then `npm run synth`');
});

describe('whose credentials', () => {
  const { blueprint } = loadBlueprint(exampleInput(), { ...exampleIds(), accounts: {} });
  it.each([
    ['dev', false, /^dev: has no account id yet, got placeholder 0000\d{8}; set its importId, or run `npm run accounts -- pull` after the apply of org$/],
    ['management', true, /^management: has no bootstrap role, got --bootstrap-role; use credentials of the account itself$/],
  ])('%s', async (name, bootstrapRole, expected) => {
    await expect(enter(blueprint.accounts[name] as never, 'eu-west-1', {}, bootstrapRole)).rejects.toThrow(expected);
  });

  describe('of an account with an id', () => {
    const { prod } = loadBlueprint(exampleInput(), exampleIds()).blueprint.accounts;
    const sent: { name: string; input: Record<string, unknown> }[] = [];
    let caller = '444444444444';
    beforeEach(() => {
      sent.length = 0;
      jest.spyOn(STSClient.prototype, 'send').mockImplementation((async (command: { input: Record<string, unknown> }) => {
        sent.push({ name: command.constructor.name, input: command.input });
        return { Account: caller, Credentials: { AccessKeyId: 'id', SecretAccessKey: 'secret', SessionToken: 'token' } };
      }) as never);
    });
    afterEach(() => jest.restoreAllMocks());

    it('the bootstrap role gives a session that can read and nothing else', async () => {
      const env = await enter(prod as never, 'eu-west-1', {}, true);
      expect(env).toEqual({ AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' });
      const [{ name, input } = { name: '', input: {} }] = sent;
      expect(name).toBe('AssumeRoleCommand');
      expect(input.RoleArn).toBe('arn:aws:iam::444444444444:role/OrganizationAccountAccessRole');
      expect(input.PolicyArns).toEqual([{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }]);
      expect(JSON.parse(input.Policy as string).Statement).toEqual([{ Sid: 'AllowReadingStates', Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }]);
    });

    it('without it no role is assumed, and another account is an error', async () => {
      await enter(prod as never, 'eu-west-1', {}, false);
      expect(sent.map(({ name }) => name)).toEqual(['GetCallerIdentityCommand']);
      caller = '999999999999';
      await expect(enter(prod as never, 'eu-west-1', {}, false)).rejects.toThrow(
        'prod: must be looked at from account 444444444444, got credentials of 999999999999; set AWS_PROFILE_PROD to a profile of the account, or pass --bootstrap-role with credentials of management',
      );
    });
  });
});
