import type { Blueprint } from '../../config/blueprint';
import type { Request } from './decide';
import { pathsTo, unitOf } from './levels';
import { isFederated, isRoot, isService } from './principal-kinds';
import { type Context, contextValue } from './request-context';
import { aliasesOf } from './resource-policies';
import type { Synthesized } from './synthesized';

/**
 * Context keys that AWS fills in by itself. What only the caller can know (address, VPC, MFA, tags of a person's session)
 * is missing unless the request states it.
 */
export function derived(synthesized: Synthesized, request: Request, own: string | undefined, owner: string): Context {
  const { principal, action, region, resource = '*', context = {}, throughEndpoint } = request;
  const { id: organization } = synthesized.blueprint.organization as Blueprint['organization'];
  const service = isService(principal.arn);
  const source = service ? contextValue(context, 'aws:SourceAccount') : undefined;
  const aliases = action.toLowerCase().startsWith('kms:') ? aliasesOf(synthesized, resource) : [];
  const ofOrganization = (account: string | undefined, keys: readonly [string, string]): Context => {
    const path = account === undefined ? undefined : organizationPath(synthesized, account);
    return path === undefined ? {} : { [keys[0]]: organization, [keys[1]]: [path] };
  };
  return {
    'aws:RequestedRegion': region ?? synthesized.blueprint.regions.home,
    'aws:SecureTransport': 'true',
    's3:TlsVersion': '1.3',
    'aws:PrincipalIsAWSService': String(service),
    'aws:ViaAWSService': 'false',
    'aws:ResourceAccount': owner,
    ...ofOrganization(owner, ['aws:ResourceOrgID', 'aws:ResourceOrgPaths']),
    ...(service ? { 'aws:PrincipalServiceName': principal.arn, ...ofOrganization(source, ['aws:SourceOrgID', 'aws:SourceOrgPaths']) } : {}),
    ...(service || isFederated(principal.arn)
      ? {}
      : { ...ofCaller(principal.arn, own), ...ofOrganization(own, ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths']) }),
    ...Object.fromEntries(Object.entries(principal.tags ?? {}).map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
    ...(aliases.length > 0 ? { 'kms:ResourceAliases': aliases } : {}),
    ...(throughEndpoint && own ? { 'aws:SourceVpc': `vpc-of-${own}`, 'aws:VpceAccount': own, 'aws:VpceOrgID': organization } : {}),
  };
}

function ofCaller(arn: string, own: string | undefined): Context {
  const user = /:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  return {
    'aws:PrincipalArn': arn,
    'aws:PrincipalAccount': own ?? '',
    'aws:PrincipalType': isRoot(arn) ? 'Account' : user ? 'User' : 'AssumedRole',
    ...(user ? { 'aws:username': user } : {}),
  };
}

/** Where an account sits, as aws:PrincipalOrgPaths says it (o-a1b2/r-a1b2/ou-a1b2-11111111/); undefined outside the organization. */
export function organizationPath(synthesized: Synthesized, account: string): string | undefined {
  const name = synthesized.accountName(account);
  if (name === undefined) return undefined;
  const { organization, organizationalUnits } = synthesized.blueprint;
  const units = name === 'management' ? [] : pathsTo(unitOf(synthesized, name)).slice(1);
  return [organization.id, organization.rootId, ...units.map((unit) => organizationalUnits[unit] ?? unit), ''].join('/');
}
