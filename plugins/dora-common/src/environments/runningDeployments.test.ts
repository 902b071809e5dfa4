import fc from 'fast-check';
import type { DeploymentResult } from '../events';
import {
  runningDeployments,
  type EnvironmentDeployment,
} from './runningDeployments';

const HOUR = 3_600_000;

function deployed(
  environment: string,
  hour: number,
  what: Partial<EnvironmentDeployment>,
): EnvironmentDeployment {
  return {
    id: `${environment}-${hour}`,
    environment,
    finishedAt: hour * HOUR,
    result: 'success',
    ...what,
  };
}

it('tells what runs where, and how far it is behind', () => {
  const found = runningDeployments([
    deployed('DEV1', 1, { version: '1.0' }),
    deployed('PROD1', 2, { version: '1.0' }),
    deployed('DEV1', 3, { version: '1.1' }),
    deployed('SIT1', 4, { version: '1.1' }),
    deployed('DEV1', 5, { version: '1.2' }),
  ]);
  expect(
    found.map(({ environment, running, versionsBehind, newerSince }) => [
      environment,
      running?.version,
      versionsBehind,
      newerSince,
    ]),
  ).toEqual([
    ['DEV1', '1.2', 0, undefined],
    ['PROD1', '1.0', 2, 3 * HOUR],
    ['SIT1', '1.1', 1, 5 * HOUR],
  ]);
});

it('shows an attempt that failed beside what still runs', () => {
  const [prod] = runningDeployments([
    deployed('PROD1', 1, { version: '1.0' }),
    deployed('PROD1', 2, { version: '1.1', result: 'failure' }),
  ]);
  expect(prod.running?.version).toBe('1.0');
  expect(prod.lastAttempt?.version).toBe('1.1');
  // It never ran anywhere, so nothing newer is known to work.
  expect(prod.versionsBehind).toBe(0);
});

it('is as far behind after a rollback as the old version is', () => {
  const [prod] = runningDeployments([
    deployed('PROD1', 1, { version: '1.0' }),
    deployed('PROD1', 2, { version: '1.1' }),
    deployed('PROD1', 3, { version: '1.0' }),
  ]);
  expect(prod).toMatchObject({ versionsBehind: 1, newerSince: 2 * HOUR });
});

it('knows a version by its commit where another environment names both', () => {
  const found = runningDeployments([
    deployed('DEV1', 1, { sha: 'aaa', version: '1.0' }),
    deployed('PROD1', 2, { sha: 'aaa' }),
  ]);
  expect(found.map(({ versionsBehind }) => versionsBehind)).toEqual([0, 0]);
});

const deployment = fc.record({
  environment: fc.constantFrom('DEV1', 'SIT1', 'PROD1'),
  finishedAt: fc
    .integer({ min: 0, max: 40 })
    .map((hour: number) => hour * HOUR),
  version: fc.option(fc.constantFrom('1', '2', '3', '4'), { nil: undefined }),
  sha: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
  result: fc.constantFrom<DeploymentResult>('success', 'failure', 'cancelled'),
});
const history = fc
  .array(deployment, { maxLength: 25 })
  .map((all: Omit<EnvironmentDeployment, 'id'>[]) =>
    all.map((each, index) => ({ ...each, id: String(index).padStart(3, '0') })),
  );

it('does not depend on the order of the reports', () => {
  fc.assert(
    fc.property(
      history.chain((all: EnvironmentDeployment[]) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, {
            minLength: all.length,
            maxLength: all.length,
          }),
        ),
      ),
      ([all, shuffled]: EnvironmentDeployment[][]) => {
        expect(runningDeployments(shuffled)).toEqual(runningDeployments(all));
      },
    ),
  );
});

it('says since when something newer could run exactly where something is behind', () => {
  fc.assert(
    fc.property(history, (all: EnvironmentDeployment[]) => {
      const found = runningDeployments(all);
      const debuts = all
        .filter(({ result }) => result === 'success')
        .map(({ finishedAt }) => finishedAt);
      for (const {
        running,
        lastAttempt,
        versionsBehind,
        newerSince,
      } of found) {
        expect(running ?? lastAttempt).toBeDefined();
        expect(newerSince !== undefined).toBe(versionsBehind > 0);
        expect([undefined, ...debuts]).toContain(newerSince);
        expect(lastAttempt?.finishedAt ?? Infinity).toBeGreaterThanOrEqual(
          running?.finishedAt ?? 0,
        );
      }
    }),
  );
});
