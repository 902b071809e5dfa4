import { describeTier } from './describeTier';

it('names the report that a tier is from and the band that it stands for', () => {
  expect(
    describeTier({ tier: 'high', band: 'Between one day and one week' }, 2023),
  ).toEqual({
    name: 'High',
    level: 3,
    levels: 4,
    edition: '2023',
    explanation:
      "High performers in DORA's 2023 report: between one day and one week",
  });
});
