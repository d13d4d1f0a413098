import type { AlertSeverity } from '../../config/alerts-schema';

/** What an alert says besides what the event itself holds. */
export interface AlertText {
  readonly severity: AlertSeverity;
  /** Which attack or mistake it shows. */
  readonly title: string;
  /** What to do first. */
  readonly firstStep: string;
}

/** An input transformer of EventBridge: names in `<...>` stand for values of the event. */
export interface AlertMessage {
  readonly inputPaths: Readonly<Record<string, string>>;
  readonly inputTemplate: string;
}

/** Values of an event, and the sentences made of them. A value that an event lacks is left out by EventBridge. */
interface EventWords {
  readonly paths: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
}

const ENVELOPE = { account: '$.account', region: '$.region', time: '$.time' };

/** Kind of event (its detail-type) -> its words. */
const WORDS: Readonly<Record<string, EventWords>> = {
  'AWS API Call via CloudTrail': {
    paths: {
      ...ENVELOPE,
      service: '$.detail.eventSource',
      call: '$.detail.eventName',
      who: '$.detail.userIdentity.arn',
      address: '$.detail.sourceIPAddress',
      agent: '$.detail.userAgent',
      error: '$.detail.errorCode',
    },
    lines: [
      'Where: account <account>, region <region>, at <time>',
      'Who: <who> from <address>, with <agent>',
      'What: <call> of <service>; error (empty: it worked): <error>',
    ],
  },
  'AWS Health Event': {
    paths: {
      ...ENVELOPE,
      code: '$.detail.eventTypeCode',
      entity: '$.detail.affectedEntities[0].entityValue',
      words: '$.detail.eventDescription[0].latestDescription',
    },
    lines: ['Where: account <account>, region <region>, at <time>', 'Which: <entity>', 'What: <code>: <words>'],
  },
  'Access Analyzer Finding': {
    paths: { ...ENVELOPE, owner: '$.detail.accountId', resource: '$.detail.resource', type: '$.detail.resourceType', finding: '$.detail.id' },
    lines: ['Where: account <owner>, region <region>, at <time>', 'Which: <type> <resource>', 'Finding: <finding>'],
  },
  'GuardDuty Finding': {
    paths: { ...ENVELOPE, owner: '$.detail.accountId', type: '$.detail.type', title: '$.detail.title', words: '$.detail.description', finding: '$.detail.id' },
    lines: ['Where: account <owner>, region <region>, at <time>', 'What: <type>: <title>', '<words>', 'Finding: <finding>'],
  },
  // Route 53 developer guide, "DNS Firewall events detail reference".
  'DNS Firewall Alert': {
    paths: { ...ENVELOPE, name: '$.detail.query-name', instance: '$.detail.resources[0].instance-details.id', type: '$.detail.resources[0].resource-type' },
    lines: ['Where: account <account>, region <region>, at <time>', 'Who: <type> <instance>', 'What: look-up of <name>'],
  },
  // AWS Config developer guide, "Monitoring AWS Config with Amazon EventBridge".
  'Config Rules Compliance Change': {
    paths: {
      ...ENVELOPE,
      rule: '$.detail.configRuleName',
      type: '$.detail.resourceType',
      resource: '$.detail.resourceId',
      result: '$.detail.newEvaluationResult.complianceType',
    },
    lines: ['Where: account <account>, region <region>, at <time>', 'Which: <type> <resource>', 'What AWS Config says: <result> by rule <rule>'],
  },
  'CloudWatch Alarm State Change': {
    paths: { ...ENVELOPE, alarm: '$.detail.alarmName', words: '$.detail.configuration.description', why: '$.detail.state.reason' },
    lines: ['Where: account <account>, region <region>, at <time>', 'Which: alarm <alarm>: <words>', 'Why: <why>'],
  },
  'Security Hub Findings - Imported': {
    paths: {
      owner: '$.detail.findings[0].AwsAccountId',
      region: '$.detail.findings[0].Region',
      time: '$.detail.findings[0].UpdatedAt',
      product: '$.detail.findings[0].ProductName',
      title: '$.detail.findings[0].Title',
      words: '$.detail.findings[0].Description',
      type: '$.detail.findings[0].Resources[0].Type',
      resource: '$.detail.findings[0].Resources[0].Id',
      remedy: '$.detail.findings[0].Remediation.Recommendation.Url',
      finding: '$.detail.findings[0].Id',
    },
    lines: [
      'Where: account <owner>, region <region>, at <time>',
      'Which: <type> <resource>',
      'What <product> says: <title>. <words>',
      'How to mend it: <remedy>',
      'Finding: <finding>',
    ],
  },
};
/** Events of one shape under several names. */
const SAME: Readonly<Record<string, string>> = {
  'AWS Console Sign In via CloudTrail': 'AWS API Call via CloudTrail',
  'AWS Service Event via CloudTrail': 'AWS API Call via CloudTrail',
  'AWS Health Abuse Event': 'AWS Health Event',
};

/** @throws Error for a kind of event that nobody wrote words for */
function wordsOf(pattern: Readonly<Record<string, unknown>>): EventWords {
  const [kind = ''] = (pattern['detail-type'] ?? []) as string[];
  const words = WORDS[SAME[kind] ?? kind];
  if (!words) throw new Error(`alert-message: has no words for events of the kind ${kind}; add them`);
  return words;
}

/** A message that says in words what happened, where, who did it and what to do first: a person who was asleep reads it. */
export function emailMessage(pattern: Readonly<Record<string, unknown>>, { severity, title, firstStep }: AlertText): AlertMessage {
  const { paths, lines } = wordsOf(pattern);
  const all = [`${severity.toUpperCase()}: ${title}`, ...lines, `Do first: ${firstStep}`];
  return { inputPaths: paths, inputTemplate: all.map((line) => JSON.stringify(line)).join('\n') };
}

/** The same for a chat channel (Amazon Q Developer in chat applications, "Custom notifications"). */
export function chatMessage(pattern: Readonly<Record<string, unknown>>, { severity, title, firstStep }: AlertText): AlertMessage {
  const { paths, lines } = wordsOf(pattern);
  const content = { textType: 'client-markdown', title: `${severity.toUpperCase()}: ${title}`, description: lines.join('\n'), nextSteps: [firstStep] };
  return { inputPaths: paths, inputTemplate: JSON.stringify({ version: '1.0', source: 'custom', content }) };
}
