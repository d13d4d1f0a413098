import { LIMITS } from '../../config/aws-limits';
import { indicatorLibrary, valuesOf } from '../../lib/ioc/library';

/**
 * Domains of rules/ioc in lists of a size that AWS takes in one call, since Terraform makes one for each: name -> domains. The
 * first list stands even when it is empty.
 */
export function indicatorDomainLists(): (readonly [name: string, domains: readonly string[]])[] {
  const domains = valuesOf(indicatorLibrary(), 'domain');
  const count = Math.max(1, Math.ceil(domains.length / LIMITS.domainsPerUpdate));
  return Array.from({ length: count }, (_, index) => [
    index === 0 ? 'indicators' : `indicators-${index + 1}`,
    domains.slice(index * LIMITS.domainsPerUpdate, (index + 1) * LIMITS.domainsPerUpdate),
  ]);
}
