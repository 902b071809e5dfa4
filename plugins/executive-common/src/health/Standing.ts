/**
 * Where a service stands in a pillar.
 *
 * - `meets`: every measured check meets its target.
 * - `watch`: a check is between target and floor, none beyond.
 * - `below`: a check is beyond its floor.
 * - `stale`: what was measured once is not reported any more.
 * - `unmeasured`: nothing is measured.
 * - `exempt`: nothing is expected of it for some time.
 *
 * @public
 */
export type Standing = (typeof standings)[number];

/** @public */
export const standings = [
  'meets',
  'watch',
  'below',
  'stale',
  'unmeasured',
  'exempt',
] as const;

/**
 * How many services stand where.
 *
 * @public
 */
export type StandingCounts = Record<Standing, number>;

/**
 * A pillar of a node.
 *
 * @public
 */
export type PillarHealth = {
  pillarId: string;
  counts: StandingCounts;
  /** meets / (meets + watch + below), 0 to 1. Absent where none of these is there: unmeasured is not 0. */
  share?: number;
  /** The standing itself where the node has one service: there is no distribution of one. */
  only?: Standing;
};

/**
 * The health of a node.
 *
 * @public
 */
export type NodeHealth = {
  /** Services that belong to the node. */
  services: number;
  /** Σ weight · meets / Σ weight · (meets + watch + below) over the pillars, 0 to 1. Absent where nothing is judged. */
  share?: number;
  /** Σ weight · (meets + watch + below) / Σ weight · services that are not exempt, 0 to 1: what the share rests on. */
  known: number;
  pillars: PillarHealth[];
};
