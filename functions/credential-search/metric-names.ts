export const NAMESPACE = 'Platform/CredentialSearch';
/** Findings that are open at the end of a search that looked everywhere; no data means that no search came to its end. */
export const FOUND = 'Found';
/** Places that the function was not allowed to read. */
export const UNREADABLE = 'Unreadable';
