/** What the policies of a permission set need to know of the organization and of the set's own limits. */
export interface PermissionSetContext {
  /** Regions in which the set works. */
  readonly regions: readonly string[];
  /** Every region in which work is done. */
  readonly enabledRegions: readonly string[];
  /** IAM prefixes of the services that the set may use; undefined where its own policies are the only limit. */
  readonly services: readonly string[] | undefined;
  readonly organizationId: string;
  /** Names of the log archive's buckets. */
  readonly logBuckets: readonly string[];
  /** IAM paths under which developers make roles, policies and instance profiles. */
  readonly applicationPaths: readonly string[];
}
