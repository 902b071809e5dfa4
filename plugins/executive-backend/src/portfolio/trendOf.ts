import {
  judgedOf,
  withPillars,
  type HealthPillar,
  type NodeHealth,
  type NodeTrendPoint,
} from '@portal/plugin-executive-common';

/** A week counts where at least so much was measured, of what was in the best week. */
const enough = 0.5;

/**
 * The health of a node by week. A week in which fewer than half as many services were measured as in the best one has no share: it
 * would be that of a few, and the line would tell of who was measured, not of how they are.
 *
 * @param weeks - the oldest first
 */
export function trendOf(
  weeks: ReadonlyArray<{ day: string; health: NodeHealth }>,
  pillars: ReadonlyArray<Pick<HealthPillar, 'id' | 'weight'>>,
): NodeTrendPoint[] {
  const seen = weeks.map(({ day, health }) => ({
    day,
    health: withPillars(health, pillars),
  }));
  const mostKnown = Math.max(0, ...seen.map(({ health }) => health.known));
  const mostJudged = new Map<string, number>();
  for (const { health } of seen) {
    for (const pillar of health.pillars) {
      const { pillarId } = pillar;
      const most = mostJudged.get(pillarId) ?? 0;
      mostJudged.set(pillarId, Math.max(most, judgedOf(pillar)));
    }
  }
  return seen.map(({ day, health }) => ({
    day,
    ...(health.share !== undefined &&
      health.known >= mostKnown * enough && { share: health.share }),
    pillars: Object.fromEntries(
      health.pillars.flatMap(pillar => {
        const { pillarId, share } = pillar;
        const most = mostJudged.get(pillarId) ?? 0;
        return share !== undefined && judgedOf(pillar) >= most * enough
          ? [[pillarId, share]]
          : [];
      }),
    ),
  }));
}
