import {
  doraMetricIds,
  improvement,
  type DoraMetricId,
  type DoraMetrics,
} from '@portal/plugin-dora-common';

/** A service and its figures of a period and of the one before; without figures where no deployment of it is known. */
export type DigestService = {
  entityRef: string;
  name: string;
  figures?: { now: DoraMetrics; before: DoraMetrics };
};

/** A figure of a service that changed. */
export type DigestMover = {
  entityRef: string;
  name: string;
  metric: DoraMetricId;
  before: number;
  value: number;
};

/** What happened to the services of a group. */
export type GroupSummary = {
  services: number;
  /** The most changed first, one figure a service. */
  better: DigestMover[];
  worse: DigestMover[];
  /** Names of services of which no deployment is known, sorted. */
  withoutData: string[];
};

const mostMovers = 3;

/** A smaller change, as a share of the larger of both values, is no news. */
const leastShare = 0.1;

type Move = DigestMover & { gain: number };

/**
 * Finds the figures that changed most. Changes are compared as a share of the larger of both values, so that hours, rates and
 * frequencies can stand beside each other; nothing is blended.
 */
export function summariseGroup(
  services: readonly DigestService[],
): GroupSummary {
  const moves = services.flatMap(movesOf);
  return {
    services: services.length,
    better: mostFirst(moves.filter(({ gain }) => gain >= leastShare)),
    worse: mostFirst(moves.filter(({ gain }) => gain <= -leastShare)),
    withoutData: services
      .filter(({ figures }) => figures === undefined)
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, 'en')),
  };
}

function movesOf(service: DigestService): Move[] {
  const { entityRef, name, figures } = service;
  return doraMetricIds.flatMap(metric => {
    const before = figures?.before[metric].value;
    const value = figures?.now[metric].value;
    if (before === undefined || value === undefined || before === value) {
      return [];
    }
    const gain = improvement(metric, before, value) / Math.max(before, value);
    return [{ entityRef, name, metric, before, value, gain }];
  });
}

function mostFirst(moves: readonly Move[]): DigestMover[] {
  const byService = new Map<string, Move>();
  for (const move of moves) {
    const known = byService.get(move.entityRef);
    if (!known || Math.abs(move.gain) > Math.abs(known.gain)) {
      byService.set(move.entityRef, move);
    }
  }
  return [...byService.values()]
    .sort(
      (a, b) =>
        Math.abs(b.gain) - Math.abs(a.gain) ||
        a.entityRef.localeCompare(b.entityRef, 'en'),
    )
    .slice(0, mostMovers)
    .map(({ gain, ...mover }) => mover);
}
