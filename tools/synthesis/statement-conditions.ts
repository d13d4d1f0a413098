import type { TerraformJson } from './synthesize';

/** One key of a statement's Condition. */
export interface Entry {
  readonly operator: string;
  /** In lower case: AWS does not care. */
  readonly key: string;
  /** As written. */
  readonly name: string;
  readonly values: readonly string[];
  /** The statement holds only where the key is there and has one of the values. */
  readonly positive: boolean;
}

const POSITIVE = /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like))$/;

export function conditionValues({ Condition = {} }: TerraformJson): Entry[] {
  return Object.entries<TerraformJson>(Condition).flatMap(([operator, keys]) =>
    Object.entries<TerraformJson>(keys).map(([name, value]): Entry => {
      const values = [value].flat().map(String);
      return { operator, name, key: name.toLowerCase(), values, positive: POSITIVE.test(operator) && values.length > 0 };
    }),
  );
}
