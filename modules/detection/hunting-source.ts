import type { Columns } from './hunting-columns';

/** How files of a table are read. */
export type Format = 'cloudtrail' | 'json' | 'lines' | 'parquet';

/** A table over one kind of logs. */
export interface HuntingSource {
  readonly description: string;
  readonly columns: Columns;
  readonly format: Format;
  /** Expression of a line, where the format is `lines`. */
  readonly line?: string;
  readonly bucket: string;
  /** Where the service delivers below the bucket; `{name}` stands for a partition. */
  readonly path: string;
  /** Partition -> the values that there are, or `asked` where only the query knows them. `day` is added where the path has one. */
  readonly partitions: Readonly<Record<string, readonly string[] | 'asked'>>;
  /** How the path writes a day. @default yyyy/MM/dd */
  readonly days?: string;
}
