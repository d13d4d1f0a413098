/** Kinds of things by which an attacker is recognized. */
export const INDICATOR_KINDS = ['ip', 'cidr', 'domain', 'hash', 'user-agent', 'arn'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** One thing that no honest workload has to do with. */
export interface Indicator {
  readonly kind: IndicatorKind;
  /** In one spelling: lower case, no final dot, no host bits. */
  readonly value: string;
  /** YYYY-MM-DD: the day on which the source saw it. */
  readonly seen: string;
  readonly confidence: Confidence;
  /** YYYY-MM-DD, or never: an address has another owner soon. */
  readonly expires: string;
  readonly source: string;
  /** File below the project, and line in it. */
  readonly file: string;
  readonly line: number;
  /** Id in a bundle of STIX, which cannot hold comments. */
  readonly id?: string;
}

/** Where messages point to. */
export const placeOf = ({ file, line }: Pick<Indicator, 'file' | 'line'>): string => `${file}:${line}`;

/** Is it over on a day (YYYY-MM-DD)? */
export const isExpired = ({ expires }: Pick<Indicator, 'expires'>, today: string): boolean => expires !== 'never' && expires < today;
