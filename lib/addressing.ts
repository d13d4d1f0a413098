import type { TerraformElement, TerraformStack } from 'cdktf';
import { Node } from 'constructs';

/**
 * Addresses are a contract: they name what a state holds. An address is the construct path below the stack joined by
 * underscores, without the hash that CDKTF appends, so that reviewers can read it and a rename shows as one.
 * @param taken the addresses given so far in this stack: kind and address -> path
 * @throws Error when two elements of one kind would share an address; rename one of them
 */
export function addressOf(element: TerraformElement | Node, stack: TerraformStack, taken: Map<string, string>): string {
  const node = element instanceof Node ? element : element.node;
  const path = node.path.slice(stack.node.path.length + 1);
  const address = path.split('/').join('_');
  const type = element instanceof Node ? '' : ((element as { terraformResourceType?: string }).terraformResourceType ?? element.constructor.name);
  const other = taken.get(`${type}.${address}`);
  if (other !== undefined && other !== path) {
    throw new Error(`${path}: has the address ${type}.${address}, which is also that of ${other}; rename one of the constructs`);
  }
  taken.set(`${type}.${address}`, path);
  return address;
}

/** A name of other people's choice, such as a group's, as the end of a construct id: Terraform takes letters, digits, _ and - only. */
export const identifierOf = (name: string): string => name.replace(/[^A-Za-z0-9_-]/g, '-');
