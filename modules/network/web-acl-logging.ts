import type { Wafv2WebAclLoggingConfigurationConfig } from '@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration';
import type { Waf } from './web-acl-rule';

/** Carry credentials or sessions of visitors. */
const SECRET_HEADERS = ['authorization', 'cookie', 'proxy-authorization', 'x-api-key', 'x-amz-security-token'];
/** What a rule decided or would have decided; the rest is plain traffic. */
const DECISIONS = ['BLOCK', 'COUNT', 'CAPTCHA', 'CHALLENGE', 'EXCLUDED_AS_COUNT'];

export const secretHeaders = ({ log }: Waf): string[] => [...new Set([...SECRET_HEADERS, ...log.redactedHeaders])];

/** Every decision ends up in the archive, where an attacker cannot erase it; credentials of visitors do not. */
export function loggingSettings(waf: Waf): Pick<Wafv2WebAclLoggingConfigurationConfig, 'redactedFields' | 'loggingFilter'> {
  const { keep, redactQueryString } = waf.log;
  return {
    redactedFields: [...secretHeaders(waf).map((name) => ({ singleHeader: { name } })), ...(redactQueryString ? [{ queryString: {} }] : [])],
    ...(keep === 'decisions'
      ? {
          loggingFilter: {
            defaultBehavior: 'DROP',
            filter: [{ behavior: 'KEEP', requirement: 'MEETS_ANY', condition: DECISIONS.map((action) => ({ actionCondition: { action } })) }],
          },
        }
      : {}),
  };
}
