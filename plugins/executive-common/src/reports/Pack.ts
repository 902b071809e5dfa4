import type { NodeQuery } from '../portfolio/Portfolio';
import type { ReportPage } from '../questions/Questions';

/**
 * Pages that are made on a day of each month, kept, and told about.
 *
 * @public
 */
export type PackInput = {
  id: string;
  title: string;
  /** What is to be said of the month is always first. */
  pages: ReportPage[];
  query: Pick<NodeQuery, 'node' | 'hierarchy'>;
  /** Day of the month, 1 to 28, on which it is made: of the day before, compared with a month earlier. */
  dayOfMonth: number;
  /** Groups or users that are notified. */
  recipients: string[];
};

/** @public */
export type Pack = PackInput & {
  revision: number;
  /** `YYYY-MM-DD` */
  nextOn: string;
  createdBy: string;
};
