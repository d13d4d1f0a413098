import type { TerraformJson } from '../synthesis/synthesize';
import { referenceIn } from '../synthesis/terraform-reference';

export type Documents = ReadonlyMap<string, TerraformJson>;

const accountOf = (document: TerraformJson): string => String(document?.provider?.aws?.[0]?.allowed_account_ids?.[0]);
/** Data source -> the resource that it finds, in the account that its filter names. */
const FOUND_BY: Readonly<Record<string, { readonly type: string; readonly filter: string }>> = {
  aws_ec2_transit_gateway: { type: 'aws_ec2_transit_gateway', filter: 'owner-id' },
  aws_ec2_transit_gateway_attachment: { type: 'aws_ec2_transit_gateway_vpc_attachment', filter: 'resource-owner-id' },
};

/**
 * Key (`STACK/TYPE.NAME`) of the resource that a value means, in its own stack or, through a data source, in another account.
 * @param path whose value it is, for the error
 * @throws Error when it means nothing that is known: "unreachable" would be a guess
 */
export function keyOf(documents: Documents, stack: string, value: unknown, path: string): string {
  const unknown = (what: string): never => {
    throw new Error(`${path}: ${what}, got ${JSON.stringify(value) ?? 'nothing'}; teach tools/reach what it is`);
  };
  const reference = referenceIn(value);
  if (reference) {
    if (documents.get(stack)?.resource?.[reference.type]?.[reference.name] === undefined) return unknown('names a resource that is not in its stack');
    return `${stack}/${reference.type}.${reference.name}`;
  }
  const [, type = '', name = ''] = /^\$\{data\.(aws_\w+)\.([\w-]+)\.\w+\}$/.exec(String(value)) ?? [];
  const rule = FOUND_BY[type];
  if (!rule) return unknown('is no reference that the reachability model can follow');
  const filters: { name: string; values: string[] }[] = [documents.get(stack)?.data?.[type]?.[name]?.filter ?? []].flat();
  const account = filters.find((filter) => filter.name === rule.filter)?.values[0];
  const found = [...documents]
    .filter(([, document]) => accountOf(document) === account)
    .flatMap(([other, document]) => Object.keys(document.resource?.[rule.type] ?? {}).map((resource) => `${other}/${rule.type}.${resource}`));
  if (found.length !== 1) return unknown(`finds ${found.length} of ${rule.type} in account ${account} instead of one`);
  return found[0] as string;
}
