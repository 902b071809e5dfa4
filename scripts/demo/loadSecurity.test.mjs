import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportsOf } from './loadSecurity.mjs';
import { ecosystems } from './securityPackages.mjs';
import { ecosystemOf, spotsOn, weakSpots } from './securityTimeline.mjs';

const component = {
  name: 'booking-service',
  namespace: 'default',
  profile: 'low',
  tags: ['java'],
  type: 'service',
};
const anchor = 20_700;

describe('reportsOf', () => {
  it('gives the same past whenever it is asked, and what is new after a day only', () => {
    const whole = reportsOf({
      component,
      anchor,
      after: anchor - 182,
      today: anchor + 14,
    });
    const first = reportsOf({
      component,
      anchor,
      after: anchor - 182,
      today: anchor,
    });
    const second = reportsOf({
      component,
      anchor,
      after: anchor,
      today: anchor + 14,
    });
    assert.ok(first.length > 3);
    assert.ok(second.length > 0);
    assert.ok(second.every(({ day }) => day > anchor && day <= anchor + 14));
    const bodies = new Set([...first, ...second].map(({ body }) => body));
    assert.ok(
      whole.filter(({ body }) => bodies.has(body)).length >=
        whole.length - first.length,
    );
  });

  it('comes in the order of time', () => {
    const days = reportsOf({
      component,
      anchor,
      after: anchor - 182,
      today: anchor,
    }).map(({ day }) => day);
    assert.deepEqual(
      days,
      [...days].sort((one, other) => one - other),
    );
  });

  it('has nothing to say of what is built from something unknown', () => {
    assert.deepEqual(
      reportsOf({
        component: { ...component, tags: ['figma'] },
        anchor,
        after: 0,
        today: anchor,
      }),
      [],
    );
  });
});

describe('weakSpots', () => {
  it('has more of them where a team delivers badly', () => {
    const count = profile =>
      Array.from({ length: 60 }, (_, index) =>
        weakSpots({
          component: { ...component, name: `c-${index}`, profile },
          anchor,
        }),
      ).flatMap(spots => spotsOn(spots, anchor)).length;
    assert.ok(count('low') > count('medium'));
    assert.ok(count('medium') > count('elite'));
    assert.ok(count('elite') > 0);
  });
});

describe('ecosystems', () => {
  it('names for each vulnerable version what is wrong with it, and a licence for each package', () => {
    for (const { packages } of Object.values(ecosystems)) {
      for (const { old, advisories, version, licence } of packages) {
        assert.equal(Boolean(old), Boolean(advisories?.length));
        assert.notEqual(old, version);
        assert.ok(licence);
      }
    }
    assert.equal(ecosystemOf(component), 'maven');
  });
});
