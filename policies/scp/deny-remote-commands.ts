import { APPLY, BREAK_GLASS, but, type GuardedEnvironment, type Guardrail, guardrail, people } from '../guardrail-context';

/**
 * Documents of AWS that run what the caller writes or names (a package of Distributor may be anybody's), reset passwords or swap roles
 * (Systems Manager user guide); patching and inventory are none of these.
 */
const RUNS_ANYTHING = [
  'AWS-ApplyAnsiblePlaybooks',
  'AWS-ApplyChefRecipes',
  'AWS-ApplyDSCMofs',
  'AWS-AttachIAMToInstance',
  'AWS-ConfigureAWSPackage',
  'AWS-InstallApplication',
  'AWS-InstallPowerShellModule',
  'AWS-RunAnsiblePlaybook',
  'AWS-PasswordReset',
  'AWS-RunDockerAction',
  'AWS-RunDocument',
  'AWS-RunInspecChecks',
  'AWS-RunPatchBaselineWithHooks',
  'AWS-RunPowerShellScript',
  'AWS-RunRemoteScript',
  'AWS-RunSaltState',
  'AWS-RunShellScript',
  'AWS-UpdateLinuxAmi',
  'AWS-UpdateWindowsAmi',
  'AWSFleetManager-*',
  'AWSSupport-ExecuteEC2Rescue',
  'AWSSupport-ResetAccess',
  'AWSSupport-StartEC2RescueWorkflow',
];

export const denyRemoteCommands = ({ handsOn }: Pick<GuardedEnvironment, 'handsOn'>): Guardrail =>
  guardrail(
    'DenyRemoteCommands',
    'Run Command is a shell on every instance at once; patching goes on. Exempt: the apply role, break-glass, and developers where they work by hand.',
    () => ({
      Action: ['ssm:CreateAssociation', 'ssm:CreateAssociationBatch', 'ssm:SendCommand', 'ssm:StartAutomationExecution', 'ssm:UpdateAssociation'],
      Resource: [
        // Of a runbook AWS looks at the kind that the call names: automation-definition, with a version behind its name.
        ...RUNS_ANYTHING.flatMap((name) => [`arn:aws:ssm:*:*:document/${name}`, `arn:aws:ssm:*:*:automation-definition/${name}:*`]),
        'arn:aws:ssm:*:????????????:document/*',
        'arn:aws:ssm:*:????????????:automation-definition/*',
      ],
      Condition: but([APPLY, BREAK_GLASS, ...(handsOn ? people('Developer') : [])]),
    }),
  );
