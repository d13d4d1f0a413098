import type { ResourceBlock } from './resources-in';
import type { Synthesis, TerraformJson } from './synthesize';
import { referenceIn } from './terraform-reference';

/** A key that the stacks make. */
export interface KnownKey {
  readonly stack: string;
  readonly region: string;
  readonly dataClass: string;
  readonly aliases: readonly string[];
}

const KEY_TYPES = ['aws_kms_key', 'aws_kms_replica_key', 'aws_kms_external_key'];

/** Whose key a reference, an ARN of an alias or an alias stands for; keys of AWS are none of ours. */
export class KeyDirectory {
  /** `STACK TYPE.NAME` and `ALIAS ARN` -> key. */
  private readonly keys = new Map<string, KnownKey>();

  constructor(private readonly documents: Synthesis['documents']) {
    for (const [stack, document] of documents) {
      const account = document.provider?.aws?.[0]?.allowed_account_ids?.[0];
      const aliases = Object.entries<TerraformJson>(document.resource?.aws_kms_alias ?? {});
      for (const type of KEY_TYPES)
        for (const [name, attributes] of Object.entries<TerraformJson>(document.resource?.[type] ?? {})) {
          const own = aliases.filter(([, { target_key_id }]) => target_key_id?.startsWith(`\${${type}.${name}.`));
          const key = {
            stack,
            region: attributes.region,
            dataClass: this.classOf({ stack, attributes }),
            aliases: own.map(([, alias]) => alias.name as string),
          };
          this.keys.set(`${stack} ${type}.${name}`, key);
          for (const [address, alias] of own) {
            this.keys.set(`${stack} aws_kms_alias.${address}`, key);
            this.keys.set(`arn:aws:kms:${alias.region}:${account}:${alias.name}`, key);
          }
        }
    }
  }

  /** @param value as it stands in a resource of the stack */
  find(value: string, stack: string): KnownKey | undefined {
    const reference = referenceIn(value);
    return this.keys.get(reference ? `${stack} ${reference.type}.${reference.name}` : value);
  }

  hasKeyOf(dataClass: string, stack: string, region: string): boolean {
    return [...this.keys.values()].some((key) => key.stack === stack && key.region === region && key.dataClass === dataClass);
  }

  /** The class that a resource carries: its own tag, else that of its stack. */
  classOf({ stack, attributes }: Pick<ResourceBlock, 'stack' | 'attributes'>): string {
    return attributes.tags?.DataClass ?? this.documents.get(stack)?.provider?.aws?.[0]?.default_tags?.[0]?.tags?.DataClass ?? '';
  }
}
