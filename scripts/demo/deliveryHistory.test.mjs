import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dayLength, localInstant } from './calendar.mjs';
import { generateDeliveryHistory } from './deliveryHistory.mjs';

const profiles = ['elite', 'high', 'medium', 'low'];
const present = Date.UTC(2026, 10, 22, 13, 7);

function history(component, profile, from, to, pipeline = false) {
  return [
    ...generateDeliveryHistory({
      component,
      profile,
      from: new Date(from),
      to: new Date(to),
      pipeline,
    }),
  ].slice(1);
}

const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: present });
const team = fc.record({
  component: fc.stringMatching(/^[a-z][a-z-]{0,15}$/),
  profile: fc.constantFrom(...profiles),
  pipeline: fc.boolean(),
});

function ofType(records, type) {
  return records.filter(record => record.type === type);
}

/** The figures of the README of the delivery histories, worked out the slow way. */
function figuresOf(records) {
  const commits = new Map(
    ofType(records, 'commit').map(commit => [commit.sha, commit]),
  );
  const deployedBy = new Map();
  const releases = ofType(records, 'release');
  const leadTimes = [];
  for (const [index, release] of releases.entries()) {
    const queue = [release.sha];
    while (queue.length > 0) {
      const commit = commits.get(queue.pop());
      if (commit && !deployedBy.has(commit.sha)) {
        deployedBy.set(commit.sha, index);
        queue.push(...commit.parents);
        if (index > 0 && commit.parents.length < 2) {
          leadTimes.push(
            Date.parse(release.releasedAt) - Date.parse(commit.committedAt),
          );
        }
      }
    }
  }
  const recoveries = new Map();
  for (const commit of commits.values()) {
    const failed = deployedBy.get(commit.reverts);
    const repaired = deployedBy.get(commit.sha);
    if (failed > 0 && repaired > failed) {
      recoveries.set(
        failed,
        Date.parse(releases[repaired].releasedAt) -
          Date.parse(releases[failed].releasedAt),
      );
    }
  }
  const median = values =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] / 3_600_000;
  return {
    perWeek:
      releases.length /
      ((Date.parse(releases.at(-1).releasedAt) -
        Date.parse(releases[0].releasedAt)) /
        (7 * dayLength)),
    leadTime: median(leadTimes),
    failRate: recoveries.size / releases.length,
    recovery: median([...recoveries.values()]),
  };
}

describe('generateDeliveryHistory', () => {
  it('yields the same again, and in parts what it yields whole', () => {
    fc.assert(
      fc.property(
        team,
        instant,
        fc.array(fc.nat({ max: 120 * dayLength }), {
          minLength: 2,
          maxLength: 4,
        }),
        (who, from, steps) => {
          const cuts = [from];
          for (const step of steps) {
            cuts.push(Math.min(cuts.at(-1) + step, present));
          }
          const whole = history(
            who.component,
            who.profile,
            cuts[0],
            cuts.at(-1),
            who.pipeline,
          );
          const parts = cuts
            .slice(1)
            .flatMap((to, index) =>
              history(
                who.component,
                who.profile,
                cuts[index],
                to,
                who.pipeline,
              ),
            );
          assert.deepEqual(parts, whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has no future: nothing is at or after the end of the period', () => {
    fc.assert(
      fc.property(
        team,
        instant,
        fc.nat({ max: 60 * dayLength }),
        (who, to, length) => {
          for (const record of history(
            who.component,
            who.profile,
            to - length,
            to,
            who.pipeline,
          )) {
            for (const at of [
              record.authoredAt,
              record.committedAt,
              record.releasedAt,
              record.finishedAt,
              record.openedAt,
              record.resolvedAt,
              record.mergedAt,
            ]) {
              assert.ok(
                at === undefined || Date.parse(at) < to,
                `${at} is not before ${new Date(to).toISOString()}`,
              );
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is a history: parents come first, releases name known commits, tags and times rise', () => {
    fc.assert(
      fc.property(team, who => {
        const records = history(
          who.component,
          who.profile,
          present - 420 * dayLength,
          present,
        );
        const known = new Set();
        const outside = [];
        let lastRelease;
        for (const record of records) {
          if (record.type === 'commit') {
            assert.match(record.sha, /^[0-9a-f]{40}$/);
            assert.ok(!known.has(record.sha), `${record.sha} is there twice`);
            assert.ok(record.authoredAt <= record.committedAt);
            outside.push(
              ...record.parents.filter(parent => !known.has(parent)),
            );
            if (record.reverts && outside.length === 0) {
              assert.ok(known.has(record.reverts));
            }
            known.add(record.sha);
          } else {
            assert.match(record.tag, /^v\d+\.\d+\.\d+$/);
            if (lastRelease) {
              assert.ok(record.releasedAt > lastRelease.releasedAt);
              assert.ok(
                record.tag.localeCompare(lastRelease.tag, 'en', {
                  numeric: true,
                }) > 0,
                `${record.tag} does not come after ${lastRelease.tag}`,
              );
              assert.notEqual(record.sha, lastRelease.sha);
            }
            lastRelease = record;
          }
        }
        // The first release may name a commit of before; so may the first commits, as their parent.
        assert.ok(
          new Set(outside).size <= 1,
          `${new Set(outside).size} parents are unknown`,
        );
      }),
      { numRuns: 25 },
    );
  });

  it('reports what a pipeline does: environments, rollbacks, incidents that end, requests of known merges', () => {
    const records = history(
      'orders',
      'elite',
      present - 420 * dayLength,
      present - 2 * dayLength,
      true,
    );
    const commits = new Set(ofType(records, 'commit').map(({ sha }) => sha));
    const deployments = ofType(records, 'deployment');
    const production = deployments.filter(
      ({ environment, result }) =>
        environment === 'PROD1' && result === 'success',
    );
    assert.equal(
      new Set(deployments.map(({ id }) => id)).size,
      deployments.length,
    );
    assert.ok(production.length > 400);
    assert.ok(deployments.some(({ result }) => result === 'failure'));
    const rollbacks = production.filter(({ rollbackOf }) => rollbackOf);
    assert.ok(rollbacks.length > 3);
    for (const { rollbackOf, version } of rollbacks) {
      const versions = production.map(each => each.version);
      assert.ok(versions.indexOf(version) < versions.indexOf(rollbackOf));
    }
    const incidents = ofType(records, 'incident');
    const ended = incidents.filter(({ resolvedAt }) => resolvedAt);
    assert.ok(ended.length > 10);
    assert.equal(new Set(incidents.map(({ id }) => id)).size, ended.length);
    for (const { openedAt, resolvedAt } of ended) {
      assert.ok(openedAt < resolvedAt);
    }
    for (const request of ofType(records, 'pullRequest')) {
      assert.ok(commits.has(request.mergeSha));
      const { firstCommitAt, openedAt, firstReviewAt, mergedAt } = request;
      const order = [firstCommitAt, openedAt, firstReviewAt, mergedAt];
      assert.deepEqual(order, [...order].sort());
    }
    assert.equal(ofType(records, 'release').length, 0);
  });

  it('takes back what an earlier release shipped, and releases the repair', () => {
    let reverts = 0;
    for (const profile of profiles) {
      const records = history(
        'orders',
        profile,
        present - 420 * dayLength,
        present - 30 * dayLength,
      );
      for (const revert of records.filter(record => record.reverts)) {
        const culprit = records.findIndex(
          record => record.sha === revert.reverts && record.type === 'commit',
        );
        const at = records.indexOf(revert);
        if (culprit >= 0) {
          reverts += 1;
          assert.ok(
            ofType(records.slice(culprit, at), 'release').length > 0,
            'it was not shipped before',
          );
          assert.ok(
            ofType(records.slice(at), 'release').length > 0,
            'the repair was not shipped',
          );
        }
      }
    }
    assert.ok(reverts > 20, `only ${reverts} reverts`);
  });

  it('tells the profiles apart', () => {
    const figures = profiles.map(profile => {
      const teams = Array.from({ length: 8 }, (_, index) =>
        figuresOf(
          history(
            `service-${index}`,
            profile,
            present - 420 * dayLength,
            present,
          ),
        ),
      );
      const mean = name =>
        teams.reduce((sum, team_) => sum + team_[name], 0) / teams.length;
      return {
        perWeek: mean('perWeek'),
        leadTime: mean('leadTime'),
        failRate: mean('failRate'),
        recovery: mean('recovery'),
      };
    });
    const [elite, high, medium, low] = figures;
    const rising = (...values) =>
      values.every((value, index) => index === 0 || value > values[index - 1]);
    assert.ok(
      rising(low.perWeek, medium.perWeek, high.perWeek, elite.perWeek),
      JSON.stringify(figures),
    );
    assert.ok(
      rising(elite.leadTime, high.leadTime, medium.leadTime, low.leadTime),
      JSON.stringify(figures),
    );
    assert.ok(
      rising(elite.failRate, high.failRate, medium.failRate, low.failRate),
      JSON.stringify(figures),
    );
    assert.ok(
      rising(elite.recovery, high.recovery, medium.recovery, low.recovery),
      JSON.stringify(figures),
    );
    assert.ok(elite.perWeek > 7 && elite.leadTime < 1, JSON.stringify(elite));
    assert.ok(low.perWeek < 1 && low.leadTime > 72, JSON.stringify(low));
  });

  it('rests on weekends and at night', () => {
    const records = profiles.flatMap(profile =>
      history('orders', profile, present - 420 * dayLength, present),
    );
    const commits = ofType(records, 'commit').filter(
      ({ kind }) => kind !== 'revert',
    );
    const weekend = commits.filter(({ committedAt }) =>
      [0, 6].includes(new Date(committedAt).getUTCDay()),
    );
    const night = commits.filter(({ committedAt }) => {
      const hour = new Date(committedAt).getUTCHours();
      return hour < 5 || hour > 17;
    });
    assert.ok(commits.length > 2_000);
    assert.ok(
      weekend.length < commits.length * 0.03,
      `${weekend.length} of ${commits.length}`,
    );
    assert.equal(night.length, 0);
  });

  it('fits the portal: 60 components over 14 months are less than 200,000 records', () => {
    let count = 0;
    for (let index = 0; index < 60; index++) {
      count += history(
        `component-${index}`,
        profiles[index % 4],
        present - 426 * dayLength,
        present,
      ).length;
    }
    assert.ok(count > 30_000 && count < 200_000, `${count} records`);
  });

  it('says which profiles there are', () => {
    assert.throws(
      () => history('orders', 'fast', 0, 1),
      /no delivery profile "fast": write elite, high, medium, low/,
    );
    assert.throws(
      () => history('orders', 'low', 1, 0),
      /ends before it begins/,
    );
  });
});

describe('localInstant', () => {
  it('is what the clocks of the time zone show', () => {
    const day = Date.UTC(2026, 6, 1) / dayLength;
    const winter = Date.UTC(2026, 0, 15) / dayLength;
    assert.equal(
      new Date(localInstant(day, 9 * 60, 'Europe/Athens')).toISOString(),
      '2026-07-01T06:00:00.000Z',
    );
    assert.equal(
      new Date(localInstant(winter, 9 * 60, 'Europe/Athens')).toISOString(),
      '2026-01-15T07:00:00.000Z',
    );
    assert.equal(
      new Date(localInstant(day, 9 * 60, 'America/Los_Angeles')).toISOString(),
      '2026-07-01T16:00:00.000Z',
    );
    assert.equal(
      new Date(localInstant(day, 9 * 60, 'Pacific/Auckland')).toISOString(),
      '2026-06-30T21:00:00.000Z',
    );
  });
});
