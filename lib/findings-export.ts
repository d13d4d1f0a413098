import { OPT_IN_REGIONS } from '../config/aws-regions';

const isOptIn = (region: string): boolean => OPT_IN_REGIONS.includes(region);

/**
 * Regions whose GuardDuty findings can go to a bucket in the home region. From a region that is on by default to none that needs opt-in; from one that
 * needs opt-in to any that is on by default, or to itself (GuardDuty user guide, "Exporting generated findings", read 2026-11; its words on
 * regions with opt-in from memory).
 */
export const exportingRegions = ({ home, enabled }: { readonly home: string; readonly enabled: readonly string[] }): string[] =>
  enabled.filter((region) => !isOptIn(home) || region === home);

/** In regions that need opt-in GuardDuty has a principal of its own. */
export const guardDutyPrincipals = (regions: readonly string[]): string[] => [
  'guardduty.amazonaws.com',
  ...regions.filter(isOptIn).map((region) => `guardduty.${region}.amazonaws.com`),
];
