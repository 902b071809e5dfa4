import fc from 'fast-check';
import { bestCvss, readCvss } from './readCvss';

/** Vectors and scores that FIRST publishes in its documents of examples for each version. */
const published: Array<[string, number, string]> = [
  // CVSS v2 guide, section 3.3: CVE-2002-0392, CVE-2003-0818 and CVE-2003-0062, with their temporal scores.
  ['AV:N/AC:L/Au:N/C:N/I:N/A:C', 7.8, '2.0'],
  ['AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C', 6.4, '2.0'],
  ['AV:N/AC:L/Au:N/C:C/I:C/A:C', 10, '2.0'],
  ['AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C', 8.3, '2.0'],
  ['AV:L/AC:H/Au:N/C:C/I:C/A:C', 6.2, '2.0'],
  ['AV:L/AC:H/Au:N/C:C/I:C/A:C/E:POC/RL:OF/RC:C', 4.9, '2.0'],
  // CVSS v3.1 examples.
  ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N', 5.4, '3.1'],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1, '3.1'],
  ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4, '3.1'],
  ['CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1, '3.1'],
  ['CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', 4.2, '3.1'],
  ['CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H', 7.8, '3.1'],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5, '3.1'],
  ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H', 9.9, '3.1'],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8, '3.1'],
  ['CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N', 4.6, '3.0'],
  // CVSS v4.0 examples: CVE-2022-41741, CVE-2020-3549, CVE-2023-3089, CVE-2014-0160 and CVE-2021-44228.
  [
    'CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
    7.3,
    '4.0',
  ],
  [
    'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
    7.7,
    '4.0',
  ],
  [
    'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N',
    8.3,
    '4.0',
  ],
  [
    'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N',
    8.7,
    '4.0',
  ],
  [
    'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H',
    10,
    '4.0',
  ],
];

describe('readCvss', () => {
  it.each(published)('%s is %d', (vector, score, version) => {
    expect(readCvss(vector)).toMatchObject({ score, version });
  });

  it('reads the parentheses of version 2', () => {
    expect(readCvss('(AV:N/AC:L/Au:N/C:N/I:N/A:C)')).toMatchObject({
      score: 7.8,
      vector: 'AV:N/AC:L/Au:N/C:N/I:N/A:C',
    });
  });

  it.each([
    'CVSS:3.1/AV:N',
    'CVSS:3.1/AV:Q/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
    'CVSS:9.9/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
    'CVSS:3.1/AV:N/AV:L/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
    'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/XX:Y',
    '7.5',
    '',
    'A'.repeat(10_000),
  ])('takes %s for no vector', vector => {
    expect(readCvss(vector)).toBeUndefined();
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.anything()), text => {
        const reading = readCvss(text);
        expect(reading === undefined || reading.score <= 10).toBe(true);
      }),
    );
    const part = fc.constantFrom(
      'AV:N',
      'AC:L',
      'PR:N',
      'UI:N',
      'S:U',
      'C:H',
      'I:H',
      'A:H',
      'E:X',
      'AV:',
      ':',
      'Au:N',
    );
    fc.assert(
      fc.property(
        fc.constantFrom('CVSS:3.1/', 'CVSS:4.0/', 'CVSS:3.0/', ''),
        fc.array(part, { maxLength: 12 }),
        (start, parts) => {
          const reading = readCvss(`${start}${parts.join('/')}`);
          expect(reading === undefined || reading.score >= 0).toBe(true);
        },
      ),
    );
  });
});

describe('bestCvss', () => {
  it('prefers the newest version, and of one version the highest score', () => {
    const three = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    const lower = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H';
    const four =
      'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';
    expect(bestCvss([lower, three])?.vector).toBe(three);
    expect(bestCvss([three, four, 'nonsense'])?.vector).toBe(four);
    expect(bestCvss(['nonsense', undefined])).toBeUndefined();
  });
});
