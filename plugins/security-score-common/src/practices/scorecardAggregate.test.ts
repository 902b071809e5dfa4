import { readFileSync } from 'node:fs';
import path from 'node:path';
import { scorecardAggregate } from './scorecardAggregate';

const folder = path.resolve(
  __dirname,
  '../../../../../shared/data/security/scorecard',
);

describe('scorecardAggregate', () => {
  it.each(['results', 'reusable-workflow-inter-repo-results', 'valid-payload'])(
    'gives what Scorecard itself says in %s.json',
    name => {
      const { score, checks } = JSON.parse(
        readFileSync(path.join(folder, `${name}.json`), 'utf8'),
      );
      expect(scorecardAggregate(checks)).toBe(score);
    },
  );

  it('leaves out what could not be told, and says nothing of nothing', () => {
    expect(
      scorecardAggregate([
        { name: 'Fuzzing', score: -1 },
        { name: 'License', score: 10 },
        { name: 'Dangerous-Workflow', score: 0 },
      ]),
    ).toBe(2);
    expect(scorecardAggregate([{ name: 'SAST', score: -1 }])).toBeUndefined();
  });
});
