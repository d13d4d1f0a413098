import type { TerraformResource } from 'cdktf';

const IMPORT_ID = Symbol.for('blueprint.import-id');
type Imported = TerraformResource & { [IMPORT_ID]?: string };

/**
 * Renders an import block: what existed before is adopted, not made again.
 * (CDKTF's own importFrom runs `terraform version` at every synthesis and fails where Terraform is not installed.)
 * @param id import id of the resource type; `ID@region` outside the home region
 */
export function importExisting(resource: TerraformResource, id: string): void {
  (resource as Imported)[IMPORT_ID] = id;
}

/** Import blocks of the resources that have one. */
export function importBlocks(resources: readonly TerraformResource[]): { to: string; id: string }[] {
  return resources.flatMap((resource) => {
    const id = (resource as Imported)[IMPORT_ID];
    return id === undefined ? [] : [{ to: `${resource.terraformResourceType}.${resource.friendlyUniqueId}`, id }];
  });
}
