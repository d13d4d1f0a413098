import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { S3Backend, type TerraformElement, TerraformResource, TerraformStack } from 'cdktf';
import type { Construct, Node } from 'constructs';
import type { Account, Blueprint } from '../config/blueprint';
import { addressOf } from './addressing';
import { kmsAliasArn } from './arn';
import { importBlocks } from './import-existing';
import { STATE_KEY_ALIAS, stateBucketName } from './naming';
import { isRetired, retire, withoutRetired } from './retirement';
import { STATEFUL_TYPES } from './stateful-types';

export interface BlueprintStackProps {
  readonly blueprint: Blueprint;
  /** The account that this state belongs to; its provider is limited to it. */
  readonly account: Account;
}

/** One Terraform state in one account: provider, backend, default tags and readable addresses. */
export class BlueprintStack extends TerraformStack {
  readonly blueprint: Blueprint;
  readonly account: Account;
  private taken?: Map<string, string>;

  constructor(scope: Construct, id: string, { blueprint, account }: BlueprintStackProps) {
    super(scope, id);
    this.blueprint = blueprint;
    this.account = account;
    const { home } = blueprint.regions;
    const provider = new AwsProvider(this, 'aws', {
      region: home,
      // Credentials of another account fail at once instead of changing the wrong one.
      allowedAccountIds: [account.id],
      // The global endpoint's tokens are not valid in opt-in regions.
      stsRegion: home,
      // Refuses at plan what the organization's tag policies require and a resource lacks. Not while an account is bootstrapped: nothing there may depend on one more API.
      ...(id.endsWith('-state') ? {} : { tagPolicyCompliance: 'error' }),
      defaultTags: [
        { tags: { Blueprint: 'aws-security-blueprint', Environment: account.environment, Stack: id, Owner: 'platform', DataClass: 'infrastructure' } },
      ],
    });
    provider.node.addValidation({ validate: () => this.unprotected() });
    const backend = new S3Backend(this, {
      bucket: stateBucketName(blueprint.organization.name, account.environment, account.id),
      key: `${id}/terraform.tfstate`,
      region: home,
      encrypt: true,
      kmsKeyId: kmsAliasArn(home, account.id, STATE_KEY_ALIAS),
    });
    backend.addOverride('use_lockfile', true); // CDKTF 0.21 does not know the argument
    if (account.status === 'retired') retire(this);
  }

  /** A second provider, for the few resources that know one region only and have no `region` of their own. */
  protected providerOf(region: string): AwsProvider {
    return new AwsProvider(this, `aws-${region}`, { alias: region, region, allowedAccountIds: [this.account.id], stsRegion: this.blueprint.regions.home });
  }

  static override of(construct: Construct): BlueprintStack {
    return TerraformStack.of(construct) as BlueprintStack;
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    this.taken ??= new Map(); // called by the base class's constructor, before fields are set
    return addressOf(element, this, this.taken);
  }

  /**
   * CDKTF resolves every element twice here to find references between stacks. There are none: violations() refuses
   * them in the output, so two thirds of the time of synthesis are saved.
   */
  override prepareStack(): void {
    for (const resource of this.statefulResources()) resource.lifecycle = { ...resource.lifecycle, preventDestroy: true };
  }

  override toTerraform(): ReturnType<TerraformStack['toTerraform']> {
    const resources = this.resources();
    const imports = importBlocks(resources);
    const document = { ...super.toTerraform(), ...(imports.length > 0 ? { import: imports } : {}) };
    return withoutRetired(document, resources.filter(isRetired));
  }

  /** Every resource of the stack. */
  resources(): TerraformResource[] {
    return this.node.findAll().filter((node): node is TerraformResource => node instanceof TerraformResource);
  }

  private statefulResources(): TerraformResource[] {
    return this.resources().filter((resource) => STATEFUL_TYPES.has(resource.terraformResourceType));
  }

  private unprotected(): string[] {
    return this.statefulResources()
      .filter((resource) => resource.lifecycle?.preventDestroy !== true)
      .map((resource) => `${resource.node.path}: is stateful but lacks prevent_destroy; leave lifecycle to BlueprintStack`);
  }
}
