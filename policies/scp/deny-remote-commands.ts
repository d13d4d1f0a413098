import { APPLY, BREAK_GLASS, but, type GuardedEnvironment, type Guardrail, guardrail, people } from '../guardrail-context';

/** Documents of AWS that run what the caller writes (Systems Manager user guide); patching and inventory are none of these. */
const RUNS_ANYTHING = [
  'AWS-ApplyAnsiblePlaybooks',
  'AWS-InstallApplication',
  'AWS-InstallPowerShellModule',
  'AWS-RunAnsiblePlaybook',
  'AWS-RunDocument',
  'AWS-RunPowerShellScript',
  'AWS-RunRemoteScript',
  'AWS-RunSaltState',
  'AWS-RunShellScript',
];

export const denyRemoteCommands = ({ handsOn }: Pick<GuardedEnvironment, 'handsOn'>): Guardrail =>
  guardrail(
    'DenyRemoteCommands',
    `Run Command is a shell on every instance at once; patching goes on. Exempt: the apply role, break-glass${handsOn ? ', and developers with their permission set' : ''}.`,
    () => ({
      Action: ['ssm:CreateAssociation', 'ssm:SendCommand', 'ssm:StartAutomationExecution'],
      Resource: [
        ...RUNS_ANYTHING.map((name) => `arn:aws:ssm:*:*:document/${name}`),
        'arn:aws:ssm:*:????????????:document/*',
        'arn:aws:ssm:*:????????????:automation-definition/*',
      ],
      Condition: but([APPLY, BREAK_GLASS, ...(handsOn ? people('Developer') : [])]),
    }),
  );
