import { type Account, type Blueprint, isInService } from '../../config/blueprint';
import { Synthesized } from '../can/synthesized';
import { ownAccount } from '../synthesis/principals';
import { type ResourceBlock, resourcesIn } from '../synthesis/resources-in';
import type { Synthesis } from '../synthesis/synthesize';

/** Which accounts a check judges. */
export type Scope = 'every account' | 'management' | 'members' | 'workloads' | 'security' | 'log archive';

/** A resource block, and the name of the account whose stack makes it. */
export interface Found extends ResourceBlock {
  readonly account: string;
}

/** The synthesized JSON of an organization, as checks of controls read it. It remembers which types were asked for. */
export class Estate {
  readonly touched = new Set<string>();
  readonly synthesized: Synthesized;
  private readonly byType = new Map<string, Found[]>();

  /**
   * @param lenient where there is nothing of a type there is nothing to judge; otherwise its absence is a violation
   */
  constructor(
    readonly blueprint: Blueprint,
    readonly documents: Synthesis['documents'],
    readonly lenient = false,
  ) {
    this.synthesized = new Synthesized(blueprint, documents);
    const names = new Map(Object.values(blueprint.accounts).map(({ id, name }) => [id, name]));
    for (const [stack, document] of documents) {
      const account = names.get(ownAccount(document) ?? '') ?? '';
      for (const block of resourcesIn(stack, document)) this.byType.set(block.type, [...(this.byType.get(block.type) ?? []), { ...block, account }]);
    }
  }

  /** Every resource of some types. */
  of(...types: string[]): Found[] {
    for (const type of types) this.touched.add(type);
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /** Every resource, for tools that look at all of them. */
  all(): Found[] {
    return [...this.byType.values()].flat();
  }

  /** Types that the organization has, by a pattern. */
  typesLike(pattern: RegExp): string[] {
    return [...this.byType.keys()].filter((type) => pattern.test(type)).sort();
  }

  /** Accounts of a scope whose stacks are applied. */
  accounts(scope: Scope): Account[] {
    const { accounts, environments } = this.blueprint;
    const applied = Object.values(accounts).filter(isInService);
    const workloads = environments.map(({ name }) => name);
    const holds: Readonly<Record<Scope, (name: string) => boolean>> = {
      'every account': () => true,
      management: (name) => name === 'management',
      members: (name) => name !== 'management',
      workloads: (name) => workloads.includes(name),
      security: (name) => name === 'security',
      'log archive': (name) => name === 'log-archive',
    };
    return applied.filter(({ name }) => holds[scope](name));
  }
}
