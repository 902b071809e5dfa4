import fc from 'fast-check';
import type { Initiative } from '@portal/plugin-executive-common';
import {
  draftOfInitiative,
  explainInitiative,
  inputOfInitiative,
} from './initiativeDraft';

const initiative: Initiative = {
  id: 'one-checkout',
  name: 'One checkout',
  sponsor: 'group:default/commerce',
  systems: [
    { ref: 'system:default/booking', share: 0.5 },
    { ref: 'system:default/rating', share: 1 },
  ],
  teams: [{ ref: 'group:default/booking', share: 0.4 }],
  start: '2026-01-01',
  end: '2026-07-01',
  budget: { amount: '120000.50', currency: 'EUR' },
  origin: 'portal',
  revision: 3,
  notes: [],
  demo: false,
};

describe('initiativeDraft', () => {
  it('types what is there, and reads it again', () => {
    const draft = draftOfInitiative(initiative, 'EUR');
    expect(draft.systems).toBe(
      'system:default/booking 50%, system:default/rating',
    );
    expect(explainInitiative(draft)).toBeUndefined();
    expect(inputOfInitiative(draft, initiative)).toMatchObject({
      systems: initiative.systems,
      teams: initiative.teams,
      budget: initiative.budget,
    });
  });

  it('keeps every share of whole hundredths of a percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), hundredths => {
        const share = hundredths / 10_000;
        const draft = draftOfInitiative(
          { ...initiative, systems: [{ ref: 'system:default/a', share }] },
          'EUR',
        );
        const [found] = inputOfInitiative(draft, initiative).systems;
        expect(found.share).toBeCloseTo(share, 10);
      }),
    );
  });

  it.each([
    [{ name: ' ' }, /name/],
    [{ sponsor: 'payments' }, /sponsor is "payments"/],
    [{ systems: 'booking 50%' }, /"booking 50%" is no part/],
    [{ teams: 'group:default/a 140%' }, /up to 100 %/],
    [{ end: '2025-01-01' }, /second after the first/],
    [{ amount: 'much' }, /budget is "much"/],
    [{ currency: 'EURO' }, /three letters/],
  ])('says what is wrong with %j', (change, words) => {
    expect(
      explainInitiative({ ...draftOfInitiative(initiative, 'EUR'), ...change }),
    ).toMatch(words);
  });

  it.each([
    [{ kind: 'metric' as const }, /Choose the figure/],
    [
      { kind: 'metric' as const, metricId: 'dailyCost', baseline: 'x' },
      /goes from "x" to ""/,
    ],
    [{ kind: 'money' as const, perYear: '-5' }, /"-5" a year/],
    [{ kind: 'money' as const, perYear: '5' }, /how the benefit is measured/],
    [
      { kind: 'money' as const, perYear: '5', measure: 'x', achieved: 'all' },
      /there is "all"/,
    ],
  ])('says what is wrong with the benefit %j', (change, words) => {
    const draft = draftOfInitiative(initiative, 'EUR');
    expect(
      explainInitiative({ ...draft, benefit: { ...draft.benefit, ...change } }),
    ).toMatch(words);
  });

  it.each([
    undefined,
    {
      kind: 'metric' as const,
      metricId: 'changeFailRate',
      scope: 'system:default/a',
      baseline: 0.35,
      target: 0.15,
    },
    {
      kind: 'money' as const,
      perYear: { amount: '900000', currency: 'EUR' },
      measure: 'Counted',
      achieved: { amount: '26000', currency: 'EUR' },
    },
  ])('types the benefit %j, and reads it again', benefit => {
    const draft = draftOfInitiative({ ...initiative, benefit }, 'EUR');
    expect(explainInitiative(draft)).toBeUndefined();
    expect(inputOfInitiative(draft, initiative).benefit).toEqual(benefit);
  });

  it('names a new one after its name, without what an address can not hold', () => {
    const draft = {
      ...draftOfInitiative(initiative, 'EUR'),
      name: 'Größere Häfen & Zölle',
    };
    expect(inputOfInitiative(draft).id).toBe('grossere-hafen-zolle');
  });
});
