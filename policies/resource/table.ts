import { type PolicyDocument, policyDocument } from '../policy-document';
import { caretakers } from './custodians';
import { denyOthers, denyOutsideOrganization, denyPlainHttp } from './perimeter';

export interface TablePolicy {
  readonly arn: string;
  readonly account: string;
  readonly organizationId: string;
  /** ARNs of roles that read, and of those that write items. */
  readonly readers: readonly string[];
  readonly writers: readonly string[];
}

const READING = ['dynamodb:BatchGetItem', 'dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PartiQLSelect', 'dynamodb:Query', 'dynamodb:Scan'];
const WRITING = [
  'dynamodb:BatchWriteItem',
  'dynamodb:DeleteItem',
  'dynamodb:PartiQLDelete',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
];
/** A copy of the whole table is a read of it. */
const COPYING = ['dynamodb:ExportTableToPointInTime'];

/** Items are for named roles; a scan or an export by somebody else is how a table leaves. */
export function tablePolicy({ arn, account, organizationId, readers, writers }: TablePolicy): PolicyDocument {
  const resource = [arn, `${arn}/index/*`];
  const all = [...READING, ...COPYING, ...WRITING, 'dynamodb:DescribeTable'];
  return policyDocument(
    denyPlainHttp({ arn: resource, actions: all }),
    denyOutsideOrganization({ arn: resource, actions: all }, organizationId),
    denyOthers('DenyReadingByOthers', { arn: resource, actions: [...READING, ...COPYING] }, [...readers, ...caretakers(account)]),
    denyOthers('DenyWritingByOthers', { arn, actions: WRITING }, writers),
  );
}
