import { type PolicyDocument, policyDocument } from '../policy-document';

/** Whoever gets in can do nothing, whatever somebody attaches besides. */
export const denyAll = (): PolicyDocument => policyDocument({ Sid: 'DenyAll', Effect: 'Deny', Action: '*', Resource: '*' });
