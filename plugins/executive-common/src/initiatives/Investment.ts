import type { MetricValue } from '@portal/plugin-metrics-common';
import type { NodeContext } from '../portfolio/Portfolio';
import type { Initiative, Money } from './Initiative';

/**
 * What was spent, in one currency.
 *
 * @public
 */
export type Spend = {
  /** Cost of the systems in the time of the initiative, by allocation, times the share. */
  cloud: Money;
  /** Rates of the groups for the time passed, times the share. */
  people: Money;
  total: Money;
  /** What could not be counted, in words: no rate of a group, no cost of a system, a currency without a rate. */
  missing: string[];
};

/** @public */
export type BenefitProgress = {
  /** 0 to 1 and beyond: (now − baseline) / (target − baseline); absent where unknown. */
  progress?: number;
  /** Where a straight line from start to end would be today, 0 to 1. */
  expected: number;
  /** What is measured, and of whom, as it is read; absent where the caller may not read it, or nobody publishes it. */
  measured?: string;
  now?: MetricValue;
};

/** @public */
export type InvestmentRow = {
  initiative: Initiative;
  /** In the reporting currency; absent where there is no rate for it. */
  budget?: Money;
  spend: Spend;
  /** Spend at the end, if the rest is spent as the last 28 days, or the days there are; absent before the start and after the end. */
  forecast?: Money;
  /** What a month costs at the rate of the last 28 days; absent before the start and after the end. */
  monthlySpend?: Money;
  /** Spend / budget. */
  used?: number;
  /** Days gone / days of the initiative, 0 to 1. */
  elapsed: number;
  benefit?: BenefitProgress;
  /** Of the latest note; absent without one. */
  state?: Initiative['notes'][number]['state'];
};

/** @public */
export type InvestmentAnswer = {
  context: NodeContext;
  currency: string;
  /** Those that run, those to come, those that are over; by name. Only those all of whose systems and teams the caller may read. */
  rows: InvestmentRow[];
  /** How many more are of this node and of parts that the caller may not read. */
  hidden: number;
  /** Cost of the last 28 days of the node, cloud and people. */
  split: {
    from: string;
    to: string;
    /** What initiatives used. */
    change: Money;
    /** The rest. */
    run: Money;
    total: Money;
    /** What is not counted, in words. */
    missing: string[];
  };
};

/** @public */
export type BudgetMove = { from: string; to: string; amount: string };
