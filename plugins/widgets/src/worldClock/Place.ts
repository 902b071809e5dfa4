/** A day of the week, as settings write it. */
export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun';

/** Where people work, and when. */
export interface Place {
  name: string;
  /** IANA name of a time zone. */
  zone: string;
  /** Local time at which work begins, `hh:mm`. */
  from: string;
  /** Local time at which it ends, `hh:mm`; on the next day where it is not after the beginning. */
  to: string;
  /** The days on which work begins. */
  days: readonly Weekday[];
}

/** A half-open stretch of time, in milliseconds since 1970. */
export interface Interval {
  from: number;
  to: number;
}
