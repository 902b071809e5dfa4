import type { NodeContext } from '../portfolio/Portfolio';
import type { Money } from '../initiatives/Initiative';

/**
 * What to do with a service: Gartner's TIME model.
 *
 * @public
 */
export type TimeAdvice = 'tolerate' | 'invest' | 'migrate' | 'eliminate';

/**
 * A year's worth of a service, as its owner declares it, or how much it is used.
 *
 * @public
 */
export type DeclaredValue =
  | { kind: 'money'; perYear: Money; measure: string }
  | { kind: 'usage'; metricId: string; valuePerUnit: Money };

/** @public */
export type TimeDecision = {
  advice: TimeAdvice;
  at: string;
  by: string;
  reason: string;
};

/** @public */
export type ServiceReturn = {
  entityRef: string;
  title: string;
  ownerRef?: string;
  value?: DeclaredValue;
  /** Of a year, in the reporting currency. */
  perYear?: Money;
  /** Cloud by allocation and people by rate, the last 365 days or the days there are, as a year. */
  cost?: Money;
  /** (value − cost) / cost; absent where either is unknown or cost is 0. */
  roi?: number;
  confidence: 'high' | 'medium' | 'low' | 'none';
  /** Why, in words. */
  confidenceReason: string;
  /** 0 to 1: share of the pillars that meet their expectation; absent where nothing is measured. */
  fitness?: number;
  /** What the figures say; absent where they are unknown. */
  advice?: TimeAdvice;
  decision?: TimeDecision;
};

/** @public */
export type ReturnAnswer = {
  context: NodeContext;
  currency: string;
  /** What costs most first, then by title; at most 500. */
  services: ServiceReturn[];
  /** How many services the node has. */
  total: number;
  /** Where the quadrants meet. */
  middle: { fitness: number; roi: number };
};
