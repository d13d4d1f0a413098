import type { TrailAlarms } from './pattern';

/**
 * Root is bound by no boundary, and the management account's root by no guardrail at all: seeing it is the only control.
 * Sign-in events of root reach EventBridge in us-east-1 only; the organization trail has them of every account and region.
 * From `correlated` on the bus tells of root, too, and one use is two messages, on purpose: neither path needs anything of the other
 * (docs/detection.md, "Two messages for one use of root").
 */
export const ROOT_ALARMS: TrailAlarms = {
  // Sign-in, failed sign-in, password recovery, every call, and what is done in a central root session: its events say Root, too.
  'root-use': {
    pattern: '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
    description: 'A root user did something: nobody has a daily reason to. From step correlated on the alert root-use says who and where, beside this alarm',
  },
  // Somebody knows a root mailbox and tries passwords; an alarm of its own, because root-use may be expected that day.
  'root-sign-in-failed': {
    pattern: '{ ($.eventName = "ConsoleLogin") && ($.userIdentity.type = "Root") && ($.responseElements.ConsoleLogin = "Failure") }',
    description: 'A sign-in as root failed: find out who tried',
  },
  // Whoever holds the mailbox resets the password; whoever switches central management off gives members root credentials again.
  'root-control-change': {
    pattern:
      '{ (($.eventSource = "account.amazonaws.com") && ($.eventName = "*PrimaryEmail*") && ($.eventName != "Get*")) || (($.eventSource = "iam.amazonaws.com") && ($.eventName = "*OrganizationsRoot*")) }',
    description: "A root user's mailbox, or the central management of root, changed",
  },
};
