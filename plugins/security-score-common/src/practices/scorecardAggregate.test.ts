import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scorecardAggregate } from './scorecardAggregate';

// Public data beside the repository: see its README for where the results are from. CI always has it.
const folder = path.resolve(
  __dirname,
  '../../../../../shared/data/security/scorecard',
);

const withData =
  existsSync(folder) || process.env.CI ? describe : describe.skip;
if (withData === describe.skip) {
  process.stderr.write(
    `Skipped the aggregates of the shared Scorecard results: ${folder} is absent\n`,
  );
}

withData('scorecardAggregate of the shared results', () => {
  it.each(['results', 'reusable-workflow-inter-repo-results', 'valid-payload'])(
    'gives what Scorecard itself says in %s.json',
    name => {
      const { score, checks } = JSON.parse(
        readFileSync(path.join(folder, `${name}.json`), 'utf8'),
      );
      expect(scorecardAggregate(checks)).toBe(score);
    },
  );
});

describe('scorecardAggregate', () => {
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
