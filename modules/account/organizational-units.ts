import { OrganizationsOrganizationalUnit } from '@cdktf/provider-aws/lib/organizations-organizational-unit';
import { Construct } from 'constructs';
import { placeholdersIn } from '../../config/placeholders';
import { importExisting } from '../../lib/import-existing';
import { markUnbound } from '../../lib/retirement';

export interface OrganizationalUnitsProps {
  readonly rootId: string;
  /** Path of each unit, parents before children, and its id as far as it is known. */
  readonly units: Readonly<Record<string, string>>;
  /** Path -> id of units that existed before. */
  readonly existing: Readonly<Record<string, string>>;
}

/** Units by how much their accounts may do; guardrails attach to them. */
export class OrganizationalUnits extends Construct {
  /** Path -> id. */
  readonly ids: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { rootId, units, existing }: OrganizationalUnitsProps) {
    super(scope, id);
    const ids: Record<string, string> = { '': rootId };
    for (const [path, known] of Object.entries(units)) {
      const cut = path.lastIndexOf('/');
      const unit = new OrganizationsOrganizationalUnit(this, path.replaceAll('/', '-'), {
        name: path.slice(cut + 1),
        parentId: ids[path.slice(0, Math.max(cut, 0))] as string,
      });
      if (existing[path]) importExisting(unit, existing[path]);
      if (placeholdersIn(known).length > 0) markUnbound(unit);
      ids[path] = unit.id;
    }
    this.ids = ids;
  }
}
