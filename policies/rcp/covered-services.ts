/**
 * Services whose resources hold data and answer to resource control policies (AWS Organizations user guide, read 2026-11).
 * SNS, Lambda, EventBridge and API Gateway do not: service control policies and the check of principals cover those.
 */
export const COVERED_ACTIONS: readonly string[] = ['aoss:*', 'dynamodb:*', 'ecr:*', 'kms:*', 'logs:*', 's3:*', 'secretsmanager:*', 'sqs:*'];
