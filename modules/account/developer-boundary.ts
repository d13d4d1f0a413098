import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { Construct } from 'constructs';
import { PLATFORM_PATH } from '../../lib/naming';
import { developerBoundary } from '../../policies/boundary/developer-boundary';
import { minify } from '../../policies/policy-document';

export interface DeveloperBoundaryProps {
  readonly enabledRegions: readonly string[];
  /** IAM paths of the roles that may be handed to services. */
  readonly applicationPaths: readonly string[];
}

/** The most that any role made by developers can do, whatever its own policies say. */
export class DeveloperBoundary extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { enabledRegions, applicationPaths }: DeveloperBoundaryProps) {
    super(scope, id);
    this.arn = new IamPolicy(this, 'policy', {
      name: 'developer-boundary',
      path: PLATFORM_PATH,
      description: 'Upper limit of roles that developers make',
      policy: minify(developerBoundary(enabledRegions, applicationPaths)),
    }).arn;
  }
}
