const euros = amount => ({ amount, currency: 'EUR' });
const firstDay = '2026-01-01';

const componentOf = index => `component:default/svc-${index}`;

/**
 * What people of the organisation wrote down, as a file has it: an initiative of every second team, two goals of each, an item of debt of
 * every second component, the worth of each component and what the people of each team cost.
 *
 * @param {{ components: number, teams: number }} size
 */
export function stewardshipOf({ components, teams }) {
  const each = (count, make) =>
    Array.from({ length: count }, (_, i) => make(i));
  const team = index => `group:default/team-${index}`;
  return {
    initiatives: each(Math.floor(teams / 2), index => ({
      id: `initiative-${index}`,
      name: `Initiative ${index}`,
      sponsor: team(index * 2),
      systems: [{ ref: `system:default/system-${index * 2}`, share: 0.5 }],
      teams: [{ ref: team(index * 2), share: 0.4 }],
      start: firstDay,
      end: '2027-12-31',
      budget: euros(100_000 + index),
      benefit: {
        kind: 'metric',
        metricId: 'bench0deploymentFrequency',
        scope: team(index * 2),
        baseline: 1,
        target: 5,
      },
    })),
    goals: each(teams * 2, index => ({
      id: `goal-${index}`,
      name: `Goal ${index}`,
      metricId: index % 2 ? 'bench4availability' : 'bench0deploymentFrequency',
      scope: team(index % teams),
      baseline: { value: 0.1, day: firstDay },
      target: 5,
      due: '2027-12-31',
      owner: team(index % teams),
    })),
    debt: each(Math.floor(components / 2), index => ({
      id: `debt-${index}`,
      title: `Debt ${index}`,
      componentRef: componentOf(index * 2),
      kind: 'code',
      interestHours: index % 20,
      fixHours: index % 200,
      since: firstDay,
    })),
    values: each(components, index => ({
      entityRef: componentOf(index),
      value: {
        kind: 'money',
        perYear: euros(1000 * (index % 500)),
        measure: 'Counted',
      },
    })),
    peopleRates: each(teams, index => ({
      groupRef: team(index),
      from: firstDay,
      people: 3 + (index % 9),
      monthly: euros(8000),
    })),
  };
}
