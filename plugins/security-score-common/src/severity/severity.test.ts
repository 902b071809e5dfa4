import fc from 'fast-check';
import { severities } from '../findings/Finding';
import {
  readSeverity,
  severityOfRank,
  severityOfScore,
  severityRank,
  worseSeverity,
} from './severity';

describe('severityOfScore', () => {
  it.each([
    [0, 'info'],
    [0.1, 'low'],
    [3.9, 'low'],
    [4, 'medium'],
    [6.9, 'medium'],
    [7, 'high'],
    [8.9, 'high'],
    [9, 'critical'],
    [10, 'critical'],
    [10.1, 'unknown'],
    [-1, 'unknown'],
    [Number.NaN, 'unknown'],
  ])('rates %d as %s', (score, severity) => {
    expect(severityOfScore(score)).toBe(severity);
  });

  it('never rates a higher score lower', () => {
    const score = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(score, score, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(severityRank(severityOfScore(high))).toBeGreaterThanOrEqual(
          severityRank(severityOfScore(low)),
        );
      }),
    );
  });
});

describe('severityRank', () => {
  it('is undone by severityOfRank, and orders as the list does', () => {
    expect(severities.map(severityRank).map(severityOfRank)).toEqual(
      severities,
    );
    expect(severities.map(severityRank)).toEqual([5, 4, 3, 2, 1, 0]);
    expect(worseSeverity('low', 'high')).toBe('high');
    expect(severityOfRank(9)).toBe('unknown');
  });
});

describe('readSeverity', () => {
  it('knows the words of tools, and guesses none', () => {
    expect(readSeverity('MODERATE')).toBe('medium');
    expect(readSeverity(' Negligible ')).toBe('info');
    expect(readSeverity('UNKNOWN')).toBeUndefined();
    expect(readSeverity('scary')).toBeUndefined();
    expect(readSeverity(3)).toBeUndefined();
    expect(readSeverity('constructor')).toBeUndefined();
  });
});
