import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { doraMetricIds, type DoraMetricId } from '../api';
import { measuredAnswers } from './measuredAnswers';
import { peerScores } from './peerScores';
import {
  quickCheckEditions,
  quickCheckPeers,
  quickCheckProperties,
} from './quickCheckPeers';
import { quickCheckResponses, quickCheckScore } from './quickCheckScore';

const names: Record<DoraMetricId, string> = {
  changeLeadTime: 'leadtime',
  deploymentFrequency: 'deployfreq',
  failedDeploymentRecoveryTime: 'failurerecovery',
  changeFailRate: 'changefailure',
  deploymentReworkRate: 'rework',
};
const month = 730.5;

describe('quickCheckScore', () => {
  it('scores answers on a scale of 0 to 10', () => {
    const worst = quickCheckScore({
      changeLeadTime: 1,
      deploymentFrequency: 1,
      failedDeploymentRecoveryTime: 1,
      changeFailRate: 100,
      deploymentReworkRate: 100,
    });
    expect(Object.values(worst.scores)).toEqual([0, 0, 0, 0, 0]);
    expect(worst.overall).toBe(0);
    expect(quickCheckScore({ changeLeadTime: 4, changeFailRate: 5 })).toEqual({
      scores: { changeLeadTime: 6, changeFailRate: 9.5 },
      overall: 7.75,
    });
    expect(quickCheckScore({})).toEqual({ scores: {} });
  });

  it('stays within 0 and 10, and says which answer is off its scale', () => {
    const category = fc.option(fc.integer({ min: 1, max: 6 }), {
      nil: undefined,
    });
    const percentage = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(
        fc.record({
          changeLeadTime: category,
          deploymentFrequency: category,
          failedDeploymentRecoveryTime: category,
          changeFailRate: percentage,
          deploymentReworkRate: percentage,
        }),
        answers => {
          const { scores, overall } = quickCheckScore(answers);
          const values = Object.values(scores);
          for (const score of values) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(10);
          }
          expect(overall === undefined).toBe(values.length === 0);
          expect(overall ?? 0).toBeLessThanOrEqual(10);
        },
      ),
    );
    for (const answer of [0, 7, 2.5, NaN]) {
      expect(() => quickCheckScore({ changeLeadTime: answer })).toThrow(
        /changeLeadTime is .* 1 \(worst\) to 6/,
      );
    }
    for (const answer of [-1, 101, NaN]) {
      expect(() => quickCheckScore({ changeFailRate: answer })).toThrow(
        /changeFailRate is .* percentage/,
      );
    }
  });
});

describe('measuredAnswers', () => {
  it('answers as the scale says', () => {
    const times: [number, number][] = [
      [0, 6],
      [0.99, 6],
      [1, 5],
      [23.9, 5],
      [24, 4],
      [168, 4],
      [168.1, 3],
      [month, 3],
      [month + 0.1, 2],
      [6 * month, 2],
      [6 * month + 0.1, 1],
    ];
    for (const [hours, answer] of times) {
      const answers = measuredAnswers({
        changeLeadTime: hours,
        failedDeploymentRecoveryTime: hours,
      });
      expect([hours, answers]).toEqual([
        hours,
        { changeLeadTime: answer, failedDeploymentRecoveryTime: answer },
      ]);
    }
    const frequencies: [number, number][] = [
      [10, 6],
      [9.9, 5],
      [5, 5],
      [4.9, 4],
      [1, 4],
      [0.9, 3],
      [168 / month, 3],
      [0.22, 2],
      [168 / (6 * month), 2],
      [0.038, 1],
      [0, 1],
    ];
    for (const [deploymentFrequency, answer] of frequencies) {
      expect([
        deploymentFrequency,
        measuredAnswers({ deploymentFrequency }),
      ]).toEqual([deploymentFrequency, { deploymentFrequency: answer }]);
    }
    expect(
      measuredAnswers({ changeFailRate: 0.125, deploymentReworkRate: 0 }),
    ).toEqual({ changeFailRate: 12.5, deploymentReworkRate: 0 });
    expect(measuredAnswers({})).toEqual({});
  });

  it('never scores a better value worse', () => {
    const value = fc.oneof(
      fc.double({ min: 0, max: 12, noNaN: true }),
      fc.double({ min: 0, max: 10_000, noNaN: true }),
    );
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(each =>
          measuredAnswers({ changeLeadTime: each, deploymentFrequency: each }),
        );
        expect(less.changeLeadTime).toBeGreaterThanOrEqual(
          more.changeLeadTime ?? NaN,
        );
        expect(less.deploymentFrequency).toBeLessThanOrEqual(
          more.deploymentFrequency ?? NaN,
        );
        expect(quickCheckScore(less).overall).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('peerScores', () => {
  it('puts all respondents of 2025 at 6.72, by either property', () => {
    for (const property of quickCheckProperties) {
      const [all] = peerScores(2025, property);
      expect(all.id).toBe('all');
      expect(all.overall).toBeCloseTo(6.72, 10);
    }
    expect(peerScores(2024, 'industry')[0].overall).toBeCloseTo(6.55, 10);
  });

  it('scores recovery alike in both properties', () => {
    for (const edition of quickCheckEditions) {
      const [[industry], [size]] = quickCheckProperties.map(property =>
        peerScores(edition, property),
      );
      expect(size.scores).toEqual(industry.scores);
    }
  });
});

const shared = path.resolve(
  __dirname,
  '../../../../../shared/data/dora/quick-check',
);

describe("DORA's published data", () => {
  if (!fs.existsSync(shared)) {
    // Only a machine without the shared data may leave it out.
    const state = process.env.CI ? 'missing' : 'skipped';
    it(`is ${state}: there is no shared/data/dora beside the repository`, () => {
      expect(state).toBe('skipped');
    });
    return;
  }
  const read = (file: string) =>
    JSON.parse(fs.readFileSync(path.join(shared, file), 'utf8'));

  it('holds every figure of the peers, and no other', () => {
    for (const edition of quickCheckEditions) {
      for (const property of quickCheckProperties) {
        const file = property === 'industry' ? property : 'organization_size';
        const published = read(`${edition}-${file}_metrics.json`);
        const { peers } = quickCheckPeers[edition][property];
        expect(peers.map(({ id }) => id)).toEqual(Object.keys(published));
        for (const { id, name, figures } of peers) {
          expect(name).toBe(published[id].name);
          for (const metric of doraMetricIds) {
            expect(figures[metric]).toEqual(published[id][names[metric]]);
          }
        }
      }
    }
  });

  it('holds the answers', () => {
    const published = read('metrics_question_responses.json');
    for (const [metric, responses] of Object.entries(quickCheckResponses)) {
      expect([...responses]).toEqual(
        Object.values(published[names[metric as DoraMetricId]]),
      );
    }
  });
});
