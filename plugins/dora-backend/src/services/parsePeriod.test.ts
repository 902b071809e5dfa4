import fc from 'fast-check';
import {
  decodeDeploymentCursor,
  encodeDeploymentCursor,
} from './deploymentCursor';
import { parsePeriod } from './parsePeriod';

const now = Date.UTC(2025, 5, 1, 12);
const day = 86_400_000;

describe('parsePeriod', () => {
  it('reads instants and dates, and means the last 90 days otherwise', () => {
    expect(parsePeriod({ now })).toEqual({ from: now - 90 * day, to: now });
    expect(parsePeriod({ to: '2025-04-01', now })).toEqual({
      from: Date.UTC(2025, 3, 1) - 90 * day,
      to: Date.UTC(2025, 3, 1),
    });
    expect(
      parsePeriod({ from: '2025-01-01T02:00:00+02:00', to: '2025-01-02', now }),
    ).toEqual({
      from: Date.UTC(2025, 0, 1),
      to: Date.UTC(2025, 0, 2),
    });
  });

  it('names the parameter that is wrong', () => {
    expect(() => parsePeriod({ from: '', now })).toThrow(/^from: found ""/);
    expect(() => parsePeriod({ to: '2025-01-01T00:00:00', now })).toThrow(
      /^to: /,
    );
    expect(() => parsePeriod({ from: '2026-01-01', now })).toThrow(
      /^from: .*not before/,
    );
    expect(() => parsePeriod({ from: '2010-01-01', now })).toThrow(/10 years/);
  });
});

describe('deployment cursors', () => {
  it('come back as they went', () => {
    const place = fc.record({
      deployedAt: fc.nat(),
      ordinal: fc.nat(999_999_999),
    });
    fc.assert(
      fc.property(place, one => {
        expect(decodeDeploymentCursor(encodeDeploymentCursor(one))).toEqual(
          one,
        );
      }),
    );
  });

  it('are nothing else', () => {
    const noCursor = fc.string().filter(text => !/^[\w-]+$/.test(text));
    fc.assert(
      fc.property(fc.oneof(noCursor, fc.constant('MS54')), text => {
        expect(() => decodeDeploymentCursor(text)).toThrow(/^cursor: /);
      }),
    );
  });
});
