import { nodeHealthOf, type Standing } from '@portal/plugin-executive-common';
import { trendOf } from './trendOf';

const pillars = [
  { id: 'delivery', weight: 1 },
  { id: 'security', weight: 1 },
];
const week = (
  day: string,
  delivery: readonly Standing[],
  security: readonly Standing[],
) => ({
  day,
  health: nodeHealthOf(
    pillars,
    delivery.map((standing, index) => ({
      delivery: standing,
      security: security[index] ?? 'unmeasured',
    })),
  ),
});

describe('trendOf', () => {
  it('leaves out what rests on far fewer services than other weeks do', () => {
    const all: Standing[] = ['meets', 'meets', 'below', 'meets'];
    const few: Standing[] = ['below', 'stale', 'stale', 'stale'];
    expect(
      trendOf(
        [
          week('2026-11-01', few, []),
          week('2026-11-08', all, few),
          week('2026-11-15', all, all),
        ],
        pillars,
      ),
    ).toEqual([
      { day: '2026-11-01', pillars: {} },
      { day: '2026-11-08', share: 0.6, pillars: { delivery: 0.75 } },
      {
        day: '2026-11-15',
        share: 0.75,
        pillars: { delivery: 0.75, security: 0.75 },
      },
    ]);
  });

  it('keeps a pillar that was never measured in many', () => {
    const one: Standing[] = ['meets', 'unmeasured', 'unmeasured'];
    const [first, second] = trendOf(
      [week('2026-11-01', one, one), week('2026-11-08', one, one)],
      pillars,
    );
    expect(first.pillars).toEqual({ delivery: 1, security: 1 });
    expect(second.share).toBe(1);
    expect(trendOf([], pillars)).toEqual([]);
  });
});
