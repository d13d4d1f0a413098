import { FAMILIES, type Family, MODES, type Mode } from './incident';

/** What the blueprint's configuration says, as it stands in the function's environment. */
export interface Settings {
  readonly modes: Readonly<Record<Family, Mode>>;
  /** ARN patterns of what no response touches. */
  readonly protectedArns: readonly string[];
  /** Ports that may be open to the world. */
  readonly publicPorts: readonly number[];
  /** Accounts that may be cut off: those of workloads, never those that the platform itself lives in. */
  readonly quarantinable: readonly string[];
  readonly table: string;
  readonly topic: string;
  /** ARN patterns of the roles that are assumed, with ACCOUNT in place of the account. */
  readonly responseRole: string;
  readonly quarantineRole: string;
  readonly home: string;
  /** Account that reports findings of its own, and the region of its Security Hub; left out where nothing is reported. Not `account`: scanners take that beside an id for a credential. */
  readonly findings?: { readonly reporter: string; readonly region: string };
}

/** @throws Error when the environment was not made by this blueprint */
export function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  const settings = JSON.parse(env.RESPONSE_SETTINGS ?? '{}') as Settings;
  for (const family of FAMILIES)
    if (!MODES.includes(settings.modes?.[family])) throw new Error(`RESPONSE_SETTINGS: has no mode for ${family}; apply the stack security`);
  return settings;
}
