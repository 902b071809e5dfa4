import type { NodeContext } from '../portfolio/Portfolio';
import type { Money, Origin } from '../initiatives/Initiative';

/** @public */
export type DebtKind =
  | 'runtime'
  | 'dependency'
  | 'architecture'
  | 'code'
  | 'test'
  | 'documentation'
  | 'security'
  | 'operations';

/**
 * Where an item comes from: somebody wrote it down, support of a runtime ends, or a service is below its expectation for long.
 *
 * @public
 */
export type DebtSource = 'manual' | 'end-of-life' | 'score-rule';

/** @public */
export type DebtInput = {
  title: string;
  componentRef: string;
  kind: DebtKind;
  /** What it costs a month that the debt is there: hours of people. Absent where nobody estimated it. */
  interestHours?: number;
  /** Hours of people to be rid of it. Absent where nobody estimated it. */
  fixHours?: number;
  note?: string;
};

/** @public */
export type DebtItem = DebtInput & {
  id: string;
  source: DebtSource;
  origin: Origin;
  revision: number;
  ownerRef?: string;
  /** `YYYY-MM-DD` */
  since: string;
  /** `YYYY-MM-DD`; absent while it is owed. */
  paidOn?: string;
  /** Of an end of life: the day support ends. */
  dueOn?: string;
  demo: boolean;
};

/** @public */
export type DebtAnswer = {
  context: NodeContext;
  currency: string;
  /** As of the day: written down by then, and paid only if it was by then. */
  items: DebtItem[];
  /** Of what is owed. */
  totals: {
    items: number;
    /** Those whose hours to be rid of them are estimated; the others are in no sum. */
    estimated: number;
    interestHours: number;
    fixHours: number;
    /** Hours at the mean rate of the owners, where all of them have one. */
    interest?: Money;
    fix?: Money;
  };
  /** By owner, most hours first; without an owner last. */
  owners: Array<{
    ownerRef?: string;
    title: string;
    items: number;
    fixHours: number;
    interestHours: number;
  }>;
  /** Made and paid a month, hours to fix, oldest first, 13 months. */
  flow: Array<{ month: string; made: number; paid: number }>;
};

/** @public */
export type EndOfLifeEntry = {
  /** Such as `nodejs`. */
  product: string;
  title: string;
  cycle: string;
  /** `YYYY-MM-DD`; absent where it is not announced. */
  endOfLife?: string;
  source: string;
  components: string[];
};

/** @public */
export type EndOfLifeCalendar = {
  context: NodeContext;
  /** When the dates were last compared with their source. */
  datesOf: string;
  entries: EndOfLifeEntry[];
  /** Runtimes that components name and the data does not know. */
  unknown: Array<{ text: string; components: string[] }>;
};
