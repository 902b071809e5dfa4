/**
 * Why a value is there, or why it is not. Missing is never 0.
 *
 * - `ok`: computed from enough facts.
 * - `insufficient-data`: nothing to compute from; `have` and `need` say how far away it is.
 * - `not-configured`: no source of facts is connected yet.
 * - `source-error`: the source was asked and failed; nothing older is known.
 * - `stale`: computed, but the source has been silent for longer than it should be.
 *
 * @public
 */
export type MetricState =
  | 'ok'
  | 'insufficient-data'
  | 'not-configured'
  | 'source-error'
  | 'stale';

/**
 * The units in which figures travel. A view formats them for its reader.
 *
 * - `1/week`: events a week of seven days.
 * - `h`: hours, as a decimal number.
 * - `ratio`: 0 to 1.
 * - `count`: a number of things.
 * - `points`: a mark on a scale of its own, such as 0 to 100; marks do not add.
 * - `currency:EUR`: money, in the currency of ISO 4217 that it names.
 *
 * @public
 */
export type MetricUnit =
  | '1/week'
  | 'h'
  | 'ratio'
  | 'count'
  | 'points'
  | `currency:${string}`;

/**
 * A figure and what it rests on.
 *
 * @public
 */
export type MetricValue = {
  state: MetricState;
  /** There whenever it can be computed, whatever the state. */
  value?: number;
  unit: MetricUnit;
  /** How many facts the value rests on; the metric's definition says of what. */
  sampleSize: number;
  /** How many facts there are, where that is too few. */
  have?: number;
  /** How many facts are needed. */
  need?: number;
  /** What is wrong and the next step that would cure it, in one sentence for the reader of a page. */
  cure?: string;
  /** Since when the source fails or is silent, as an ISO 8601 instant. */
  since?: string;
};
