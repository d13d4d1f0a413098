import { type LineFormat, WORD } from './log-lines';

/** Named as Amazon S3 names them, but for what another column or a word of SQL is called. */
const FIELDS: Readonly<Record<string, string>> = {
  bucket_owner: WORD,
  bucket: WORD,
  request_time: '\\[([^\\]]*)\\]',
  remote_ip: WORD,
  requester: WORD,
  request_id: WORD,
  operation: WORD,
  object_key: WORD,
  request_uri: '("[^"]*"|-)',
  http_status: WORD,
  error_code: WORD,
  bytes_sent: WORD,
  object_size: WORD,
  total_time: WORD,
  turn_around_time: WORD,
  referrer: '("[^"]*"|-)',
  user_agent: '("[^"]*"|-)',
  version_id: WORD,
};
/** What came later: a record may end before any of them. */
const LATER = ['host_id', 'signature_version', 'cipher_suite', 'authentication_type', 'host_header', 'tls_version', 'access_point_arn', 'acl_required'];

/** Server access logs are lines of words, quotes and one time in brackets; `-` is what a request does not have (Amazon S3 user guide, "Log format"). */
export const BUCKET_REQUESTS: LineFormat = { fields: FIELDS, later: Object.fromEntries(LATER.map((name) => [name, WORD])) };
