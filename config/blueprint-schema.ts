import { z } from 'zod';
import { access } from './access-schema';
import { alerts } from './alerts-schema';
import { backup } from './backup-schema';
import { networkTopology } from './central-network-schema';
import { credentialSearch } from './credential-search-schema';
import { dataClasses } from './data-class-schema';
import { dataProtection } from './data-protection-schema';
import { deception } from './deception-schema';
import { DETECTION_STEPS } from './detection-steps';
import { environment, environmentName } from './environment-schema';
import { firewallManager } from './firewall-manager-schema';
import { guardrails } from './guardrail-schema';
import { hunting } from './hunting-schema';
import { dnsFirewall } from './inspection-schema';
import { logging } from './logging-schema';
import { accounts, breakGlass, organization, pipeline, regions } from './organization-schema';
import { response } from './response-schema';
import { securityServices } from './security-services-schema';

/** The whole configuration file. Strict: a misspelt field is an error, not a silent default. */
export const blueprintSchema = z.strictObject({
  organization,
  regions,
  pipeline,
  breakGlass: breakGlass.default({ users: ['break-glass-1', 'break-glass-2'] }),
  accounts,
  /** Workload environments by name; each makes the stacks NAME-state and NAME. */
  environments: z.record(environmentName, environment).refine((all) => Object.keys(all).length > 0, 'must hold at least one environment'),
  dataClasses,
  backup: backup.prefault({}),
  dataProtection: dataProtection.prefault({}),
  credentialSearch: credentialSearch.prefault({}),
  logging: logging.prefault({}),
  access,
  guardrails: guardrails.prefault({}),
  dnsFirewall: dnsFirewall.prefault({}),
  hunting: hunting.prefault({}),
  network: networkTopology.prefault({}),
  firewallManager: firewallManager.prefault({}),
  /** Who hears of attacks, from step `correlated` on. */
  alerts: alerts.prefault({}),
  securityServices: securityServices.prefault({}),
  /** Step of the detection ladder; each includes the ones below it. */
  detection: z.enum(DETECTION_STEPS).default('native'),
  response: response.prefault({}),
  deception: deception.prefault({}),
  /** organizations: this project owns the organization. control-tower is not built yet. */
  foundation: z.enum(['organizations', 'control-tower']).default('organizations'),
});

/** What a fork writes into blueprint.config.ts. */
export type BlueprintInput = z.input<typeof blueprintSchema>;
export type ParsedBlueprint = z.output<typeof blueprintSchema>;
