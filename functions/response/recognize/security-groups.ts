import { isWide } from '../addresses';
import { needed } from '../event';
import type { Target } from '../incident';

// biome-ignore lint/suspicious/noExplicitAny: as CloudTrail wrote it
type Json = any;
type Reading = { readonly groupId: unknown; readonly cidrs: readonly string[]; readonly lists: boolean };

/**
 * A group that was opened wide, by one rule or by what may be a part of many; how wide it stands altogether, only the group itself says.
 * What offices and partners have is no part of the world, so that ordinary work is not even looked at.
 */
const groupOf = ({ groupId, cidrs, lists }: Reading): Target | undefined =>
  lists || cidrs.some(isWide) ? { kind: 'security-group', groupId: needed(groupId, 'groupId') } : undefined;

/** New rules: CloudTrail writes what EC2 answered, in canonical form, and what was asked. Where it wrote neither, the group is looked at all the same. */
export function fromAuthorization({ requestParameters: asked, responseElements: answered }: Json): Target | undefined {
  const rules: Json[] = [answered?.securityGroupRuleSet?.items ?? []].flat();
  const permissions: Json[] = [asked?.ipPermissions?.items ?? []].flat();
  const of = (list: string, key: string) => permissions.flatMap((permission) => [permission[list]?.items ?? []].flat().flatMap((one: Json) => one[key] ?? []));
  return groupOf({
    groupId: rules[0]?.groupId ?? asked?.groupId,
    cidrs: [
      asked?.cidrIp ?? [],
      rules.map(({ cidrIpv4, cidrIpv6 }) => cidrIpv4 ?? cidrIpv6 ?? []),
      of('ipRanges', 'cidrIp'),
      of('ipv6Ranges', 'cidrIpv6'),
    ].flat(2),
    lists:
      (rules.length === 0 && permissions.length === 0 && !asked?.cidrIp) ||
      rules.some(({ prefixListId }) => prefixListId) ||
      of('prefixListIds', 'prefixListId').length > 0,
  });
}

/** Rules that are there already, and let others in from now on: the answer says nothing, the request is written as it came, one rule or a list of them. */
export function fromModification({ requestParameters }: Json): Target | undefined {
  const request = requestParameters?.ModifySecurityGroupRulesRequest;
  const rules: Json[] = [request?.SecurityGroupRule ?? []].flat().map((rule: Json) => rule.SecurityGroupRule ?? {});
  return groupOf({
    groupId: request?.GroupId,
    cidrs: rules.flatMap(({ CidrIpv4, CidrIpv6 }) => CidrIpv4 ?? CidrIpv6 ?? []),
    lists: rules.length === 0 || rules.some(({ PrefixListId }) => PrefixListId),
  });
}

/** A list of networks that rules name; the groups are looked up. */
export const fromPrefixList = ({ requestParameters: all }: Json): Target => {
  const request = all?.ModifyManagedPrefixListRequest ?? all?.RestoreManagedPrefixListVersionRequest ?? all;
  return { kind: 'prefix-list', prefixListId: needed(request?.PrefixListId ?? request?.prefixListId, 'PrefixListId') };
};
