import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { selectAnnouncements } from './selectAnnouncements';

function announcement(name: string, spec: Record<string, unknown>): Entity {
  return {
    apiVersion: 'portal/v1alpha1',
    kind: 'Announcement',
    metadata: { name, namespace: 'default' },
    spec: { owner: 'platform', text: 'Hello', ...spec } as Entity['spec'],
  };
}

const now = new Date('2026-12-10T23:30:00Z');
const reader = {
  now,
  ownershipRefs: ['user:default/kim', 'group:default/pay'],
};

function namesOf(entities: Entity[], options = {}) {
  return selectAnnouncements(entities, { ...reader, ...options }).map(
    ({ title }) => title,
  );
}

it('shows what matters most first, and of that the latest', () => {
  expect(
    namesOf([
      announcement('old', { from: '2026-01-01' }),
      announcement('new', { from: '2026-12-01' }),
      announcement('urgent', { severity: 'critical' }),
      announcement('careful', { severity: 'warning' }),
    ]),
  ).toEqual(['urgent', 'careful', 'new', 'old']);
});

it('shows each from its first day to its last, both included', () => {
  const day = fc
    .integer({ min: 0, max: 60 })
    .map((days: number) =>
      new Date(Date.UTC(2026, 11, 1) + days * 86_400_000)
        .toISOString()
        .slice(0, 10),
    );
  fc.assert(
    fc.property(day, day, day, (from: string, until: string, on: string) => {
      const shown = namesOf([announcement('a', { from, until })], {
        now: new Date(`${on}T12:00:00Z`),
      });
      expect(shown.length > 0).toBe(from <= on && on <= until);
    }),
  );
});

it('leaves out what is for others, and what another group says', () => {
  const entities = [
    announcement('for-us', { audience: ['ops', 'group:default/pay'] }),
    announcement('for-others', { audience: ['ops'] }),
    announcement('for-all', { owner: 'group:default/ops' }),
  ];
  expect(namesOf(entities)).toEqual(['for-all', 'for-us']);
  expect(namesOf(entities, { ownerRef: 'group:default/ops' })).toEqual([
    'for-all',
  ]);
});
