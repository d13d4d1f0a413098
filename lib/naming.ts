/** Physical names. Everything that one state calls by name and another makes is named here, once. */

/** Bucket that holds the states of an environment. Unique in all of AWS through the account id. */
export function stateBucketName(organization: string, environment: string, accountId: string): string {
  return `${organization}-${environment}-state-${accountId}`;
}

/** Alias of the key that encrypts an environment's states. */
export const STATE_KEY_ALIAS = 'alias/platform/state';

/** IAM path of the roles that bootstrap makes; nobody but break-glass may change them. */
export const PLATFORM_PATH = '/platform/';
/** IAM path of roles that other stacks make; the apply role may change them. */
export const SERVICE_ROLE_PATH = '/platform/service/';
export type PlatformRole = 'plan' | 'apply' | 'break-glass';

/** Buckets of the log archive, one for each source. */
export type LogSource = 'cloudtrail' | 'config' | 'network' | 'resolver' | 'waf';
export function logBucketName(organization: string, source: LogSource, accountId: string): string {
  // AWS WAF delivers only to buckets whose name begins with aws-waf-logs- (AWS WAF developer guide).
  return source === 'waf' ? `aws-waf-logs-${organization}-${accountId}` : `${organization}-logs-${source}-${accountId}`;
}

/** Locked copy, in the archive, of logs whose own bucket cannot be locked. */
export const lockedCopyName = (organization: string, source: LogSource, accountId: string): string => `${organization}-logs-${source}-copy-${accountId}`;
/** Role that S3 copies with; under SERVICE_ROLE_PATH. */
export const LOG_COPY_ROLE = 'log-copy';
/** Alarm of the archive on copies that fail. */
export const LOG_COPY_ALARM = 'platform-log-copy-failed';
/** Alarms of each account on copies of its access logs; workloads' buckets add an ending. */
export const ACCESS_LOG_COPY_ALARM = 'platform-access-log-copy-failed';
/** Topic of the management account that its alarms, that of the archive and those on copies of access logs are sent to. */
export const ALARM_TOPIC = 'platform-alarms';

/** Bucket for logs of web ACLs in front of CloudFront: AWS WAF keeps those in us-east-1, where home may not be. */
export function edgeLogBucketName(organization: string, accountId: string): string {
  return `aws-waf-logs-${organization}-edge-${accountId}`;
}

/** Bucket of the log archive for GuardDuty's findings. */
export const findingsBucketName = (organization: string, accountId: string): string => `${organization}-logs-guardduty-${accountId}`;

/** Beginning of the names of all buckets that requests to the platform's own buckets are logged in, one for each account and region. */
export const accessLogBucketPrefix = (organization: string): string => `${organization}-access-logs-`;
export const accessLogBucketName = (organization: string, region: string, accountId: string): string =>
  `${accessLogBucketPrefix(organization)}${region}-${accountId}`;

/** Locked copies, in the archive, of access logs of all accounts, and the role of each account that S3 copies with; under SERVICE_ROLE_PATH. */
export const accessLogCopiesName = (organization: string, archive: string): string => `${organization}-logs-access-${archive}`;
export const ACCESS_LOG_COPY_ROLE = 'access-log-copy';

/** Bucket of the security account for what Macie read and found. */
export function macieResultsBucketName(organization: string, accountId: string): string {
  return `${organization}-macie-results-${accountId}`;
}

/** Log group of each environment for what masking found, and the alarm on credentials among it. */
export const MASKING_FINDINGS = '/platform/masking-findings';
export const SECRETS_IN_LOGS_ALARM = 'platform-secrets-in-logs';

/** Alias of the key of log groups that the archive receives. */
export const CENTRAL_LOG_GROUP_KEY_ALIAS = 'alias/platform/central-log-groups';
/** Alias of the log archive's key. */
export const LOG_KEY_ALIAS = 'alias/platform/logs';
export const dataKeyAlias = (dataClass: string): string => `alias/data/${dataClass}`;
/** Key of the security account that GuardDuty's findings in the archive lie under. */
export const FINDINGS_KEY_ALIAS = dataKeyAlias('guardduty-findings');
export const ORGANIZATION_TRAIL = 'organization';

/** Vault and role of AWS Backup in each account that the backup policy covers; the role lies under SERVICE_ROLE_PATH. */
export const BACKUP_VAULT = 'platform';
export const BACKUP_ROLE = 'backup';
/** Role that AWS Backup restores with; another one, so that nightly backups cannot overwrite. */
export const RESTORE_ROLE = 'restore';
/** Vault of the account that keeps second copies (backup.copyTo). */
export const BACKUP_COPIES_VAULT = 'copies';

/** Things of workloads: unique in an account through the environment's name, in all of AWS through the account id. */
export const workloadName = (environment: string, name: string): string => `${environment}-${name}`;
export const workloadBucketName = (organization: string, environment: string, name: string, accountId: string): string =>
  `${organization}-${environment}-${name}-${accountId}`;
/** IAM path of the roles of applications; their boundary is required. */
export const APPLICATION_PATH = '/app/';

/** Resource share of the central topology's transit gateway. */
export const TRANSIT_GATEWAY_SHARE = 'platform-transit-gateway';

/** AWS Config rule of every region that finds default VPCs. */
export const DEFAULT_VPC_RULE = 'platform-no-default-vpc';
/** Conformance pack of a file of rules/conformance. */
export const conformancePackName = (file: string): string => `platform-${file}`;
/** How the rules begin that people hear of; AWS Config adds an ending of its own to names of rules in packs. */
export const TOLD_CONFORMANCE_RULES = 'platform-conformance-alert-';
export const conformanceRuleName = (rule: string, told: boolean): string => `${told ? TOLD_CONFORMANCE_RULES : 'platform-conformance-'}${rule}`;

/** Event bus of the security account's home region: every account forwards there what somebody must hear of. */
export const SECURITY_EVENT_BUS = 'platform-security';
/** Role of each account that its EventBridge rules forward with. */
export const EVENT_FORWARDING_ROLE = 'event-forwarding';
/** Rule of each account and region that forwards one group of events. */
export const forwardingRuleName = (group: string): string => `platform-forward-${group}`;
/** Queue of the security account, in every enabled region: events that did not reach the bus, and alerts that reached nobody. */
export const UNDELIVERED_EVENTS = 'platform-undelivered-events';
/** Role of each account that the security account's responses assume there. */
export const RESPONSE_ROLE = 'security-response';
/** Role of the management account that the responses attach the quarantine with. */
export const QUARANTINE_ROLE = 'security-quarantine';
/** Function of the security account that responds; its queue, table, topic and dashboard have the same name. */
export const RESPONSE = 'platform-response';
export const RESPONSE_FUNCTION_ROLE = 'response-function';
/** Function of each environment's account that looks for credentials in what runs there; role under SERVICE_ROLE_PATH, log group, alarms. */
export const CREDENTIAL_SEARCH = 'platform-credential-search';
export const CREDENTIAL_SEARCH_ROLE = 'credential-search';
export const CREDENTIAL_SEARCH_LOG_GROUP = '/platform/credential-search';
/** Bus on which the security team approves or rejects responses. Not platform-*: guardrails keep people away from those. */
export const APPROVAL_BUS = 'security-approvals';

/** Bucket of indicators for what reads them from Amazon S3 in a region: GuardDuty in the security account, Athena in the log archive. */
export const indicatorBucketName = (organization: string, region: string, accountId: string): string => `${organization}-indicators-${region}-${accountId}`;
/** Bucket of the log archive for the results of hunts. */
export const huntingResultsBucketName = (organization: string, accountId: string): string => `${organization}-hunting-results-${accountId}`;
/** Role of the log archive with which the security team hunts. */
export const HUNTING_ROLE = 'hunting';
export const HUNTING_WORKGROUP = 'hunting';
/** Database of AWS Glue; its tables are named after their sources. */
export const HUNTING_DATABASE = 'hunting';
/** Topics of the security account that people hear of attacks by, one for each severity; their names begin as its alerts' do. */
export const alertTopicName = (severity: string): string => `platform-alerts-${severity}`;
/** Topic whose messages are written for chat channels. */
export const CHAT_TOPIC = 'platform-alerts-chat';
/** Rule that makes an alert of a group of events or findings. */
export const alertRuleName = (group: string): string => `platform-alert-${group}`;
/** Role that Amazon Q Developer in chat applications takes for a channel; it may do nothing. */
export const CHAT_ROLE = 'chat-alerts';

/** DNS Firewall's group of names inside an organization that are reported when somebody looks them up. */
export const INTERNAL_NAMES = 'internal-names';
