import { all, NO_SERVICE, notBy, SERVICE_LINKED, type TrailAlarms } from './pattern';

/** Doors that are tried. */
export const SIGN_IN_ALARMS: TrailAlarms = {
  // People come through Identity Center, which asks for MFA itself and whose sign-in is an assumed role.
  'sign-in-without-mfa': {
    pattern: all(
      '$.eventName = "ConsoleLogin"',
      '$.userIdentity.type = "IAMUser"',
      '$.additionalEventData.MFAUsed != "Yes"',
      '$.responseElements.ConsoleLogin = "Success"',
    ),
    description: 'A user signed in to the console without MFA',
  },
  'sign-in-failures': {
    pattern: all('$.eventName = "ConsoleLogin"', '$.errorMessage = "Failed authentication"'),
    description: 'Somebody tries passwords',
    threshold: 5,
    minutes: 5,
  },
  // One denial is a mistake, many are a search. The plan role reads what it may not see by design.
  'unauthorized-calls': {
    pattern: all('($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")', NO_SERVICE, notBy('*:role/platform/plan', SERVICE_LINKED)),
    description: 'Many calls were denied: somebody looks for what a role can do, or an application is broken',
    threshold: 30,
    minutes: 5,
  },
};
