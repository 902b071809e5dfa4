import fc from 'fast-check';
import { attributeFailures } from '../attribution';
import { attributeEventFailures } from './attributeEventFailures';

const changesPerDeployment = 3;
const deployments = 8;
const commits = changesPerDeployment * deployments;

const shaOf = (commit: number) => `${commit}`.padStart(8, '0');

describe('reverts that come as events', () => {
  it('fail, recover and are rework as those from Git', () => {
    const commit = fc.integer({ min: 0, max: commits - 1 });
    // The baseline of a Git history brings no changes, so nothing takes back one of the first deployment.
    const later = commit.filter(each => each >= changesPerDeployment);
    // An event has one change that it takes back.
    const pairs = fc.uniqueArray(fc.tuple(commit, later), {
      selector: ([reverting]) => reverting,
      maxLength: 12,
    });
    fc.assert(
      fc.property(pairs, list => {
        const owners = Int32Array.from({ length: commits }, (_, each) =>
          Math.floor(each / changesPerDeployment),
        );
        const git = attributeFailures({
          deployments,
          owners,
          reverting: list.map(([reverting]) => reverting),
          reverted: list.map(([, reverted]) => reverted),
        });
        const takenBack = new Map(list);
        const { outcomes } = attributeEventFailures({
          deployments: Array.from({ length: deployments }, (_, place) => ({
            id: `${place}`,
            service: 'shop',
            environment: 'production',
            finishedAt: place,
            result: 'success' as const,
          })),
          changes: Array.from({ length: commits }, (_, each) => ({
            sha: shaOf(each),
            service: 'shop',
            committedAt: 0,
            deploymentId: `${owners[each]}`,
            reverts: takenBack.has(each)
              ? shaOf(takenBack.get(each) ?? 0)
              : undefined,
          })),
        });
        expect(
          outcomes.map(({ recovery }) => Number(recovery?.id ?? -1)),
        ).toEqual([...git.recoveredBy]);
        expect(
          outcomes.map(({ repaired }) => (repaired.length > 0 ? 1 : 0)),
        ).toEqual([...git.rework]);
      }),
    );
  });
});
