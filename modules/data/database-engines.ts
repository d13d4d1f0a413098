/** What makes a database of an engine require TLS and tell what happened (Amazon RDS and Aurora user guides, read 2026-11). */
export interface DatabaseEngine {
  readonly port: number;
  /** Parameters: TLS required, none older than 1.2. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Logs that it exports to CloudWatch. */
  readonly logs: readonly string[];
}

const POSTGRESQL: DatabaseEngine = {
  port: 5432,
  parameters: { 'rds.force_ssl': '1', ssl_min_protocol_version: 'TLSv1.2', log_connections: '1', log_disconnections: '1' },
  logs: ['postgresql'],
};
const MYSQL: DatabaseEngine = {
  port: 3306,
  parameters: { require_secure_transport: 'ON', tls_version: 'TLSv1.2,TLSv1.3' },
  logs: ['audit', 'error', 'slowquery'],
};

export const CLUSTER_ENGINES = {
  'aurora-postgresql': POSTGRESQL,
  'aurora-mysql': { ...MYSQL, parameters: { ...MYSQL.parameters, server_audit_logging: '1', server_audit_events: 'CONNECT,QUERY_DCL,QUERY_DDL' } },
} as const satisfies Readonly<Record<string, DatabaseEngine>>;

export const INSTANCE_ENGINES = {
  postgres: POSTGRESQL,
  // The audit log needs an option group that RDS offers for MariaDB's plugin only: where it matters, take aurora-mysql.
  mysql: { ...MYSQL, parameters: { require_secure_transport: '1', tls_version: 'TLSv1.2,TLSv1.3' }, logs: ['error', 'slowquery'] },
} as const satisfies Readonly<Record<string, DatabaseEngine>>;

/** Parameters as a parameter group takes them. Some are static: they wait for a restart. */
export const parameterList = ({ parameters }: DatabaseEngine) =>
  Object.entries(parameters).map(([name, value]) => ({ name, value, applyMethod: 'pending-reboot' }));

/**
 * What a family is the family of: `postgres17` is 17, `aurora-mysql8.0` is 8.0. RDS chooses the minor version and upgrades it by itself; an exact one in
 * the configuration would be older than the database after the first upgrade, and every later apply would ask RDS to go back, which it refuses.
 * @returns undefined when the family belongs to another engine
 */
export function majorVersion(engine: string, family: string): string | undefined {
  const version = family.startsWith(engine) ? family.slice(engine.length) : '';
  return /^\d+(\.\d+)?$/.test(version) ? version : undefined;
}
