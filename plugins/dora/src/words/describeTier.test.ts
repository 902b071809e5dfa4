import { describeTier } from './describeTier';

const high = { tier: 'high', band: 'Between one day and one week' } as const;

it('names the report that a tier is from and the band that it stands for', () => {
  expect(describeTier(high, 2023, 'changeLeadTime')).toEqual({
    name: 'High',
    level: 3,
    levels: 4,
    edition: '2023',
    explanation:
      "High performers in DORA's 2023 report: between one day and one week",
  });
});

it('says what a tier goes by that many deployments on one day do not raise', () => {
  expect(describeTier(high, 2023, 'deploymentFrequency').explanation).toMatch(
    /It goes by the days of a usual week that have a deployment/,
  );
});
