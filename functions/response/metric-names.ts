export const NAMESPACE = 'Platform/Response';
/** Seconds from the event to the end of the response; of what is still open, to now. */
export const TIME_TO_RESPOND = 'TimeToRespond';
/** How many incidents came to which end. */
export const INCIDENTS = 'Incidents';
