import { GlueCatalogTable } from '@cdktf/provider-aws/lib/glue-catalog-table';
import type { Construct } from 'constructs';
import type { Columns } from './hunting-columns';
import type { Format, HuntingSource } from './hunting-source';

const HADOOP = 'org.apache.hadoop.hive.ql.io';
const TEXT = { inputFormat: 'org.apache.hadoop.mapred.TextInputFormat', outputFormat: `${HADOOP}.HiveIgnoreKeyTextOutputFormat` };
/** Athena user guide, "Choose a SerDe for your data", and the pages on each kind of log. */
const FORMATS: Readonly<Record<Format, { readonly inputFormat: string; readonly outputFormat: string; readonly library: string }>> = {
  cloudtrail: { ...TEXT, inputFormat: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat', library: 'org.apache.hive.hcatalog.data.JsonSerDe' },
  json: { ...TEXT, library: 'org.openx.data.jsonserde.JsonSerDe' },
  lines: { ...TEXT, library: 'org.apache.hadoop.hive.serde2.RegexSerDe' },
  parquet: {
    inputFormat: `${HADOOP}.parquet.MapredParquetInputFormat`,
    outputFormat: `${HADOOP}.parquet.MapredParquetOutputFormat`,
    library: `${HADOOP}.parquet.serde.ParquetHiveSerDe`,
  },
};

export interface HuntingTableProps {
  readonly region: string;
  readonly database: string;
  readonly name: string;
  readonly source: HuntingSource;
  /** Days that the archive keeps logs: each is a partition, and one more would be read for nothing, one less would hide logs. */
  readonly keepDays: number;
}

const columnList = (columns: Columns) => Object.entries(columns).map(([name, type]) => ({ name, type }));

/** A table whose partitions Athena computes, so that nobody adds them day by day and no crawler reads the archive (partition projection). */
export function huntingTable(scope: Construct, { region, database, name, source, keepDays }: HuntingTableProps): GlueCatalogTable {
  const { inputFormat, outputFormat, library } = FORMATS[source.format];
  const location = `s3://${source.bucket}/`;
  const partitions = [...Object.keys(source.partitions), ...(source.path.includes('{day}') ? ['day'] : [])];
  return new GlueCatalogTable(scope, `table-${name}`, {
    region,
    databaseName: database,
    name,
    description: source.description,
    tableType: 'EXTERNAL_TABLE',
    partitionKeys: partitions.map((partition) => ({ name: partition, type: 'string' })),
    parameters: { EXTERNAL: 'TRUE', ...(partitions.length > 0 ? projection(source, location, keepDays) : {}) },
    storageDescriptor: {
      // With partitions only the template counts; without, this is where the files are.
      location: partitions.length > 0 ? location : `${location}${source.path}`,
      inputFormat,
      outputFormat,
      columns: columnList(source.columns),
      serDeInfo: { serializationLibrary: library, ...(source.line ? { parameters: { 'input.regex': source.line } } : {}) },
    },
  });
}

function projection({ path, partitions, days: format = 'yyyy/MM/dd' }: HuntingSource, location: string, keepDays: number): Record<string, string> {
  const values = Object.entries(partitions).flatMap(([name, of]) =>
    of === 'asked'
      ? [[`projection.${name}.type`, 'injected']]
      : [
          [`projection.${name}.type`, 'enum'],
          [`projection.${name}.values`, of.join(',')],
        ],
  );
  const days = path.includes('{day}')
    ? [
        ['projection.day.type', 'date'],
        ['projection.day.format', format],
        ['projection.day.range', `NOW-${keepDays}DAYS,NOW`],
        ['projection.day.interval', '1'],
        ['projection.day.interval.unit', 'DAYS'],
      ]
    : [];
  // Terraform reads a dollar with a brace as its own; doubled, it reaches AWS Glue as written.
  const template = `${location}${path.replaceAll(/\{(\w+)\}/g, '$$$${$1}')}/`;
  return Object.fromEntries([['projection.enabled', 'true'], ...values, ...days, ['storage.location.template', template]]);
}
