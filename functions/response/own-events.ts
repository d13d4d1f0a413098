/** Source of the events of our own; AWS keeps sources that begin with `aws.` to itself. */
export const OWN_SOURCE = 'platform.response';
/** Kind (detail-type) of a person's word on an incident. */
export const APPROVAL = 'Response Approval';
/** Kind of the tick by which open incidents age. */
export const WATCH = 'Response Watch';
/** Kind of a touch of a decoy, as the rule of its alert hands it over: `detail` holds a title and the event. */
export const DECOY = 'Decoy Touched';
