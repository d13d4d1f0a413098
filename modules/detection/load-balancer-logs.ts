import { type LineFormat, QUOTED, WORD } from './log-lines';

/**
 * Access logs of Application Load Balancers, named as AWS names the fields (their user guide, "Access log entries"; Athena user guide, "Create
 * the table for ALB access logs"). The request is three words in one pair of quotes, a client or target an address and a port.
 */
export const LOAD_BALANCER_REQUESTS: LineFormat = {
  fields: {
    type: WORD,
    time: WORD,
    elb: WORD,
    // Of IPv6, too: the port is what follows the last colon.
    client_ip: '([^ ]*):([0-9]*)',
    client_port: '',
    target: WORD,
    request_processing_time: WORD,
    target_processing_time: WORD,
    response_processing_time: WORD,
    elb_status_code: WORD,
    target_status_code: WORD,
    received_bytes: WORD,
    sent_bytes: WORD,
    request_verb: '"([^ "]*) ([^"]*) ([^ "]*)"',
    request_url: '',
    request_proto: '',
    user_agent: QUOTED,
    ssl_cipher: WORD,
    ssl_protocol: WORD,
    target_group_arn: WORD,
    trace_id: QUOTED,
    domain_name: QUOTED,
    chosen_cert_arn: QUOTED,
    matched_rule_priority: WORD,
    request_creation_time: WORD,
    actions_executed: QUOTED,
    redirect_url: QUOTED,
    error_reason: QUOTED,
  },
  later: { target_list: QUOTED, target_status_code_list: QUOTED, classification: QUOTED, classification_reason: QUOTED, conn_trace_id: WORD },
};

/** Connection logs: every handshake, those that failed among them ("Connection log entries"). */
export const LOAD_BALANCER_CONNECTIONS: LineFormat = {
  fields: {
    time: WORD,
    client_ip: WORD,
    client_port: WORD,
    listener_port: WORD,
    tls_protocol: WORD,
    tls_cipher: WORD,
    tls_handshake_latency: WORD,
    leaf_client_cert_subject: QUOTED,
    leaf_client_cert_validity: WORD,
    leaf_client_cert_serial_number: WORD,
    tls_verify_status: WORD,
  },
  later: { conn_trace_id: WORD, tls_keyexchange: WORD },
};
