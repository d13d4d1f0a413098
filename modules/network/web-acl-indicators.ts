import { Wafv2IpSet } from '@cdktf/provider-aws/lib/wafv2-ip-set';
import type { Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import type { Construct } from 'constructs';
import { LIMITS } from '../../config/aws-limits';
import type { Environment } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import { BlueprintStack } from '../../lib/blueprint-stack';
import { indicatorLibrary, valuesOf } from '../../lib/ioc/library';
import { SINK_LIMITS } from '../../lib/ioc/sink-limits';
import { refuse } from '../../lib/mistakes';
import { actionOf, or, PRIORITIES, rule } from './web-acl-rule';

interface Where {
  readonly environment: Environment;
  readonly region: string;
  readonly scope: 'REGIONAL' | 'CLOUDFRONT';
}

/** Addresses that are known to attack get no answer, whatever they ask for. One rule, whatever the number of sets. */
export function indicatorRules(scope: Construct, where: Where): Wafv2WebAclRule[] {
  const { waf } = where.environment;
  if (waf.indicators === 'off' || !includesStep(BlueprintStack.of(scope).blueprint.detection, 'hunting')) return [];
  const library = indicatorLibrary();
  refuse(scope, [SINK_LIMITS.ipSets(library)]);
  const addresses = valuesOf(library, 'ip', 'cidr');
  const sets = [
    ...ipSets(
      scope,
      where,
      'IPV4',
      addresses.filter((address) => !address.includes(':')),
    ),
    ...ipSets(
      scope,
      where,
      'IPV6',
      addresses.filter((address) => address.includes(':')),
    ),
  ];
  if (sets.length === 0) return [];
  const statement = or(sets.map(({ arn }) => ({ ip_set_reference_statement: { arn } })));
  return [rule({ name: 'indicators', priority: PRIORITIES.indicators, statement, action: actionOf(waf, waf.indicators), labels: ['indicator:address'] })];
}

function ipSets(scope: Construct, { environment, region, scope: protects }: Where, version: 'IPV4' | 'IPV6', addresses: readonly string[]): Wafv2IpSet[] {
  const single = version === 'IPV4' ? 32 : 128;
  const parts = Math.ceil(addresses.length / LIMITS.addressesPerIpSet);
  return Array.from({ length: parts }, (_, index) => {
    const id = `indicators-${version.toLowerCase()}${index === 0 ? '' : `-${index + 1}`}`;
    return new Wafv2IpSet(scope, id, {
      region,
      name: `${environment.name}-${protects === 'REGIONAL' ? 'web' : 'cloudfront'}-${id}`,
      description: 'Addresses of rules/ioc',
      scope: protects,
      ipAddressVersion: version,
      addresses: addresses
        .slice(index * LIMITS.addressesPerIpSet, (index + 1) * LIMITS.addressesPerIpSet)
        .map((address) => (address.includes('/') ? address : `${address}/${single}`)),
    });
  });
}
