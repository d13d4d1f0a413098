import { BREAK_GLASS, but, guardrail, PLAN, people, ROOT_SESSION } from '../guardrail-context';
import { GLOBAL_ACTIONS } from './global-actions';

export const denyOtherRegions = guardrail(
  'DenyOtherRegions',
  'Miners and exfiltration hide where nobody looks. Services without a region of their own and cleaning up are left out. Exempt: break-glass, root sessions, and auditors and plans, who only read.',
  ({ enabledRegions }) => ({
    NotAction: GLOBAL_ACTIONS,
    Condition: but([BREAK_GLASS, ROOT_SESSION, PLAN, ...people('SecurityAuditor')], { StringNotEquals: { 'aws:RequestedRegion': enabledRegions } }),
  }),
);
