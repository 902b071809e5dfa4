import type { BySeverity } from '../findings/Finding';

/** From the best to the worst. @public */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

/** How much of what could be known is known. @public */
export type Confidence = 'high' | 'medium' | 'low';

/**
 * One part of a score.
 *
 * @public
 */
export type ScorePart = {
  id: string;
  title: string;
  /** `known`, or why it is not: a part that is unknown is neither zero nor full, and is left out of the score. */
  state: 'known' | 'unknown';
  /** 0 to 1; absent where unknown. */
  value?: number;
  /** The share of the whole, as configured. */
  weight: number;
  /** What it rests on, in words: "12 open findings, 2 of them overdue". */
  evidence: string;
  /** What would make it known, or better. */
  nextStep?: string;
  /** ISO instant. */
  checkedAt?: string;
};

/** The score of one service. @public */
export type Score = {
  entityRef: string;
  state: 'ok' | 'not-configured';
  /** 0 to 100, one decimal; absent where nothing is known. */
  score?: number;
  grade?: Grade;
  confidence: Confidence;
  /** 0 to 1: known weights / all weights. */
  coverage: number;
  formulaVersion: string;
  parts: ScorePart[];
  open: BySeverity;
  overdue: number;
  /** ISO instant. */
  calculatedAt?: string;
  /** Against the score 28 days before, in points; absent where there was none. */
  change28d?: number;
};

/** One day of the score. @public */
export type ScorePoint = {
  /** ISO date. */
  day: string;
  score: number;
  grade: Grade;
  coverage: number;
  formulaVersion: string;
};

/** The formula changed: scores before and after are not compared. @public */
export type FormulaChange = {
  /** ISO instant. */
  at: string;
  version: string;
  summary: string;
};

/** @public */
export type ScoreHistory = {
  entityRef: string;
  points: ScorePoint[];
  formulaChanges: FormulaChange[];
};

/** The formula that is in force, published with its weights. @public */
export type Formula = {
  version: string;
  /** Points of risk an open finding of this severity has. */
  severityPoints: Record<string, number>;
  /** The risk at which the findings' part is one half. */
  halfLifeRisk: number;
  exploitability: {
    kev: number;
    epssWeight: number;
    unknown: number;
    reachable: number;
    notReachable: number;
    exposure: Record<string, number>;
  };
  /** Days by severity; null: none. */
  slaDays: Record<string, number | null>;
  /** The most that age beyond the SLA multiplies. */
  maxAgeFactor: number;
  weights: Record<string, number>;
  grades: Array<{ grade: Grade; from: number }>;
  confidence: Array<{ confidence: Confidence; fromCoverage: number }>;
  changes: FormulaChange[];
};

/**
 * What is gained by moving one component of a service to a version.
 *
 * @public
 */
export type Upgrade = {
  entityRef: string;
  packageType?: string;
  packageName: string;
  fromVersion?: string;
  /** The lowest version that fixes all `findings`. */
  toVersion: string;
  /** Ids of the findings that it fixes. */
  findings: string[];
  bySeverity: BySeverity;
  /** Points of the score. */
  gain: number;
  /** The first number of the version changes. */
  isMajor: boolean;
  direct?: boolean;
};

/** @public */
export type UpgradePlan = {
  entityRef: string;
  score?: number;
  /** Most gain first. */
  upgrades: Upgrade[];
  /** The score when all of them are done. */
  scoreAfterAll?: number;
  /** Open vulnerabilities no version fixes yet. */
  withoutFix: number;
};

/** One service in the portfolio. @public */
export type ScoreRow = {
  entityRef: string;
  title: string;
  owner?: string;
  system?: string;
  score?: number;
  grade?: Grade;
  confidence: Confidence;
  coverage: number;
  change28d?: number;
  open: BySeverity;
  overdue: number;
  /** ISO instant of the newest report; absent where none came. */
  lastReportAt?: string;
};

/** @public */
export type ScoreOrder = 'score' | 'change' | 'overdue' | 'name' | 'coverage';

/**
 * The services of a scope.
 *
 * @public
 */
export type ScorePage = {
  /** Services in scope, and those with a score. */
  total: number;
  scored: number;
  /** How many services have each grade. */
  byGrade: Record<Grade | 'none', number>;
  /** The worst one; absent where none has a score. */
  worst?: ScoreRow;
  /** The mean of the scores, each weighted by the criticality of its service. Absent where none has a score. */
  weighted?: number;
  items: ScoreRow[];
  nextCursor?: string;
};
