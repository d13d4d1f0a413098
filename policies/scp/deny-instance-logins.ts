import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyInstanceLogins = guardrail(
  'DenyInstanceLogins',
  'Passwords, SSH keys and the serial console get into instances past sessions that are logged (Systems Manager). Exempt: break-glass.',
  () => ({
    Action: [
      'ec2-instance-connect:OpenTunnel',
      'ec2-instance-connect:SendSSHPublicKey',
      'ec2-instance-connect:SendSerialConsoleSSHPublicKey',
      'ec2:GetConsoleScreenshot',
      'ec2:GetPasswordData',
    ],
    Condition: but([BREAK_GLASS]),
  }),
);
