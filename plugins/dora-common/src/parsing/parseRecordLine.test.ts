import fc from 'fast-check';
import { parseInstant } from './parseInstant';
import { checkRecord, parseRecordLine } from './parseRecordLine';

const now = Date.UTC(2025, 5, 1);
const sha = '0123456789abcdef0123456789abcdef01234567';
const commit = {
  type: 'commit',
  sha,
  parents: [sha],
  authoredAt: '1985-10-26T01:21:00-07:00',
  committedAt: '2025-01-02T03:04:05.678+01:00',
};

function reasonOf(value: unknown): string | undefined {
  return parseRecordLine({ line: JSON.stringify(value), now }).reason;
}

describe('parseRecordLine', () => {
  it('reads every kind of record and takes null for absent', () => {
    const absent = {
      author: null,
      kind: null,
      reverts: null,
      pullRequest: null,
    };
    expect(
      checkRecord({ value: { ...commit, ...absent, other: {} }, now }).record,
    ).toEqual({
      type: 'commit',
      sha,
      parents: [sha],
      authoredAt: '1985-10-26T08:21:00.000Z',
      committedAt: '2025-01-02T02:04:05.678Z',
    });
    const release = {
      type: 'release',
      tag: 'v1 – é',
      sha: sha.toUpperCase(),
      releasedAt: '2025-01-02T00:00Z',
    };
    expect(checkRecord({ value: release, now }).record).toEqual({
      type: 'release',
      tag: 'v1 – é',
      sha,
      releasedAt: '2025-01-02T00:00:00.000Z',
    });
    const mainline = {
      type: 'mainline',
      sha,
      position: 0,
      deployedAt: '2025-01-02T00:00:00Z',
    };
    expect(checkRecord({ value: mainline, now }).record).toMatchObject({
      position: 0,
    });
    const repository = {
      type: 'repository',
      repository: 'https://example.com/x',
      tags: 0,
    };
    expect(checkRecord({ value: repository, now }).record).toMatchObject({
      tags: 0,
    });
  });

  it('names the field, what was found and what is expected', () => {
    const cases: [object, RegExp][] = [
      [{ sha: 12 }, /^sha: found 12, expected the 40 or 64 hexadecimal/],
      [{ sha: sha.slice(1) }, /^sha: /],
      [{ sha: null }, /^sha: found nothing/],
      [{ parents: [1] }, /^parents: found a list of 1/],
      [
        { parents: Array(1001).fill(sha) },
        /^parents: found a list of 1001, expected at most 1000/,
      ],
      [
        { authoredAt: '2025-01-01' },
        /^authoredAt: found "2025-01-01", expected an ISO 8601/,
      ],
      [{ committedAt: '2025-02-29T00:00:00Z' }, /^committedAt: /],
      [
        { committedAt: '1999-12-31T23:59:59.999Z' },
        /^committedAt: .*2000-01-01/,
      ],
      [
        { committedAt: '2025-06-01T00:10:00.001Z' },
        /^committedAt: .*10 minutes/,
      ],
      [{ reverts: 'abc' }, /^reverts: found "abc", expected 4 to 64/],
      [
        { pullRequest: 1.5 },
        /^pullRequest: found 1.5, expected a whole number from 1/,
      ],
      [
        { author: 'a\u0000' },
        /^author: found "a\ufffd", expected a text without control/,
      ],
      [
        { kind: 'x'.repeat(65) },
        /^kind: found "x{60}…", expected a text of 1 to 64 bytes/,
      ],
      [
        { type: 'toString' },
        /^type: found "toString", expected one of repository, commit/,
      ],
    ];
    for (const [change, reason] of cases) {
      expect(reasonOf({ ...commit, ...change })).toMatch(reason);
    }
    expect(
      reasonOf({ ...commit, committedAt: '2025-06-01T00:10:00Z' }),
    ).toBeUndefined();
    expect(parseRecordLine({ line: '{"type":', now }).reason).toMatch(
      /^not JSON/,
    );
  });

  it('measures texts in bytes, as an index of the database does', () => {
    const release = { type: 'release', sha, releasedAt: commit.committedAt };
    const repository = (name: string) => ({
      type: 'repository',
      repository: name,
    });
    expect(reasonOf(repository('界'.repeat(2048)))).toMatch(
      /^repository: found "界{60}…", expected a text of 1 to 2048 bytes/,
    );
    const unit = fc.constantFrom('a', 'é', '界', '😀');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 1000 }), text => {
        const bytes = Buffer.byteLength(text);
        const fits = bytes > 0 && bytes <= 1024;
        expect(reasonOf({ ...release, tag: text }) === undefined).toBe(fits);
        expect(reasonOf(repository(text)) === undefined).toBe(
          bytes > 0 && bytes <= 2048,
        );
      }),
    );
    expect(reasonOf({ ...release, tag: '😀'.repeat(256) })).toBeUndefined();
    expect(reasonOf({ ...release, tag: '😀'.repeat(257) })).toMatch(/1024/);
  });

  it('takes a merge of as many branches as anybody merges', () => {
    const parents = Array(1000).fill(sha);
    expect(reasonOf({ ...commit, parents })).toBeUndefined();
  });

  it('never throws, and what it takes has no character that a database refuses', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.jsonValue().map(value => JSON.stringify(value)),
      fc
        .record(
          {
            type: fc.constantFrom(
              'commit',
              'release',
              'mainline',
              'repository',
            ),
            sha: fc.oneof(fc.constant(sha), fc.anything()),
            parents: fc.oneof(fc.constant([]), fc.anything()),
            tag: fc.string({ unit: 'binary' }),
            repository: fc.string({ unit: 'binary' }),
            position: fc.oneof(fc.nat(), fc.double()),
            authoredAt: fc.constant(commit.authoredAt),
            committedAt: fc.constant(commit.committedAt),
            releasedAt: fc.constant(commit.committedAt),
            deployedAt: fc.oneof(fc.constant(commit.committedAt), fc.string()),
            author: fc.string({ unit: 'binary' }),
            reverts: fc.oneof(fc.constant(null), fc.string()),
          },
          { requiredKeys: ['type'] },
        )
        .map(value => stringify(value)),
    );
    fc.assert(
      fc.property(nasty, line => {
        const { record, reason } = parseRecordLine({ line, now });
        expect(record === undefined).toBe(typeof reason === 'string');
        expect(JSON.stringify(record ?? {})).not.toMatch(/\\u00|\\ud[89a-f]/i);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseInstant', () => {
  it('agrees with the platform on every instant that it writes', () => {
    const years = { min: new Date(0), max: new Date(Date.UTC(9999, 0, 1)) };
    fc.assert(
      fc.property(fc.date({ ...years, noInvalidDate: true }), date => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it('takes every zone, and cuts what is finer than milliseconds', () => {
    const instant = fc.record({
      at: fc.date({
        min: new Date(0),
        max: new Date(Date.UTC(9999, 0, 1)),
        noInvalidDate: true,
      }),
      finer: fc.stringMatching(/^\d{0,6}$/),
      mark: fc.constantFrom('.', ','),
      sign: fc.constantFrom('+', '-'),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      colon: fc.constantFrom(':', ''),
    });
    const two = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(instant, ({ at, finer, mark, sign, hour, minute, colon }) => {
        const local = at.toISOString().slice(0, -1).replace('.', mark);
        const zone = `${sign}${two(hour)}${colon}${two(minute)}`;
        const ahead = (hour * 60 + minute) * (sign === '-' ? -1 : 1);
        expect(parseInstant(`${local}${finer}${zone}`)).toBe(
          at.getTime() - ahead * 60_000,
        );
      }),
    );
  });

  it('knows each day of the calendar', () => {
    const date = fc.record({
      year: fc.integer({ min: 0, max: 9999 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
    });
    fc.assert(
      fc.property(date, ({ year, month, day }) => {
        const known = new Date(0);
        known.setUTCFullYear(year, month - 1, day);
        const isDay =
          known.getUTCMonth() === month - 1 && known.getUTCDate() === day;
        const parts = [
          [year, 4] as const,
          [month, 2] as const,
          [day, 2] as const,
        ];
        const text = parts.map(([part, size]) =>
          String(part).padStart(size, '0'),
        );
        expect(parseInstant(`${text.join('-')}T00:00Z`)).toBe(
          isDay ? known.getTime() : undefined,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no local times, no dates alone and no days that are none', () => {
    const wrong = [
      '2025-01-01T00:00:00',
      '2025-01-01',
      '2025-13-01T00:00:00Z',
      '2025-01-01T24:00:00Z',
      '2025-01-01T00:60:00Z',
      '2025-01-01T00:00:60Z',
      '2025-04-31T00:00:00Z',
      '2025-01-01T00:00:00+24:00',
      ' 2025-01-01T00:00:00Z',
    ];
    expect(wrong.map(parseInstant)).toEqual(wrong.map(() => undefined));
    expect(parseInstant('0001-01-01T00:00:00Z')).toBe(-62135596800000);
  });
});

function stringify(value: unknown): string {
  return (
    JSON.stringify(value, (_, part) =>
      typeof part === 'bigint' ? String(part) : part,
    ) ?? ''
  );
}
