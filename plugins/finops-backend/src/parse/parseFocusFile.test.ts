import { gzipSync } from 'node:zlib';
import { InputError } from '@backstage/errors';
import { parseAll, pieces, readAll } from '../__testUtils__/parseAll';
import { parseFocusFile } from './parseFocusFile';

const heading =
  'BilledCost,EffectiveCost,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeDescription,BillingCurrency,ProviderName,Tags';
const row = (cost: string, description = 'Compute') =>
  `${cost},1.5,2025-01-01T00:00:00Z,2025-01-31T23:00:00Z,2025-02-01T00:00:00Z,${description},EUR,AWS,"{""team"":""a""}"`;

describe('parseFocusFile', () => {
  it('reads CSV, gzip and several gzips in a row alike', async () => {
    const text = `${heading}\n${row('1.10')}\n${row('-0.25')}\n`;
    const plain = await parseAll(pieces(Buffer.from(text)));
    expect(plain.lines.map(line => line.billedCost)).toEqual(['1.10', '-0.25']);
    expect(plain.items).toHaveLength(1);
    expect(plain.lines[0]).toEqual({
      lineNumber: 2,
      itemId: plain.items[0].id,
      billingMonth: '2025-01-01',
      chargeStart: '2025-01-31T23:00:00Z',
      chargeEnd: '2025-02-01T00:00:00Z',
      currency: 'EUR',
      billedCost: '1.10',
      effectiveCost: '1.5',
    });
    expect(plain.items[0]).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      tags: { team: 'a' },
    });
    expect(plain.summary.contentHash).toMatch(/^[0-9a-f]{64}$/);

    const half = text.indexOf('\n') + 9;
    const packed = Buffer.concat([
      gzipSync(text.slice(0, half)),
      gzipSync(text.slice(half)),
    ]);
    const unpacked = await parseAll(pieces(packed, 7));
    expect(unpacked.lines).toEqual(plain.lines);
    expect(unpacked.summary.bytes).toBe(packed.length);
    expect(unpacked.summary.contentHash).not.toBe(plain.summary.contentHash);
  });

  it.each([
    ['nothing', '', 'is empty'],
    ['spaces', ' \n \n', 'is empty'],
    ['a page', '<html><body>Sign in</body></html>', 'neither Parquet nor CSV'],
    ['JSON', '{"BilledCost": 1}', 'neither Parquet nor CSV'],
    ['a workbook', 'PK\u0003\u0004....', 'a ZIP archive or a spreadsheet'],
    [
      'no cost',
      'BillingPeriodStart,EffectiveCost\n2025-01-01,1\n',
      'no column BilledCost',
    ],
    [
      'no period',
      'BilledCost,EffectiveCost\n1,1\n',
      'no column BillingPeriodStart',
    ],
    ['an open quote', `${heading}\n1,2,2025-01-01,,,"cut, off\n`, 'not closed'],
    [
      'broken Parquet',
      'PAR1 and then nothing of the kind',
      'The Parquet file can',
    ],
  ])('refuses %s', async (_, text, message) => {
    const read = readAll(text);
    await expect(read).rejects.toThrow(InputError);
    await expect(readAll(text)).rejects.toThrow(message);
    await expect(readAll(text)).rejects.toThrow('mported');
    await expect(parseAll(pieces(Buffer.from(text)))).rejects.toThrow(message);
  });

  it('refuses a gzip that is cut off, and one that unpacks to too much', async () => {
    const text = `${heading}\n${Array.from({ length: 5000 }, (_, index) =>
      row(String(index)),
    ).join('\n')}\n`;
    const packed = gzipSync(text);
    for (const length of [
      packed.length - 1,
      packed.length - 9,
      packed.length >> 1,
      15,
    ]) {
      await expect(
        parseAll(pieces(packed.subarray(0, length))),
      ).rejects.toThrow(/^The gzip of the file is broken or cut off/);
    }
    const broken = Buffer.from(packed);
    broken[broken.length >> 1] ^= 0xff;
    await expect(parseAll(pieces(broken))).rejects.toThrow(InputError);
    await expect(
      parseAll(pieces(packed), { maxBytes: 10_000 }),
    ).rejects.toThrow('more than 10000 bytes when it is unpacked');
  });

  it('rejects rows whose cost or period is unreadable, and keeps them whole', async () => {
    const bad = [
      'NaN',
      '1e309',
      'Infinity',
      '1;5',
      '"1,234.00"',
      '',
      '$5',
      '1e21',
    ];
    const { lines, rejected, summary } = await readAll(
      `${heading}\n${bad.map(cost => row(cost)).join('\n')}\n${row(
        '1e-7',
      )}\n${row('2').replace('2025-01-01', '2025-13-01')}\n`,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ lineNumber: 10, billedCost: '0.0000001' });
    expect(
      rejected.map(({ lineNumber, column }) => [lineNumber, column]),
    ).toEqual([
      ...bad.map((_, index) => [index + 2, 'BilledCost']),
      [11, 'BillingPeriodStart'],
    ]);
    expect(rejected[0]).toMatchObject({
      row: row('NaN'),
      reason: expect.stringContaining('"NaN"'),
    });
    const type = summary.verdict.failures.find(
      failure => failure.ruleId === 'BilledCost-C-001-M',
    );
    expect(type?.rows).toBe(bad.length - 1);
  });

  it('finds out how a spreadsheet wrote it', async () => {
    const expected = (await readAll(`${heading}\n${row('1.5', 'Größe')}\n`))
      .lines;
    const cells = row('1.5', 'Größe').split(',');
    const tabs = `${heading.replaceAll(',', '\t')}\r\n${cells.join('\t')}\r\n`;
    const files: Array<[string | Buffer, string]> = [
      [`\uFEFF${heading}\r\n${row('1.5', 'Größe')}\r\n`, 'mark and CRLF'],
      [tabs, 'tabs'],
      [tabs.replaceAll('\t', ';'), 'semicolons'],
      [`sep=;\r\n${tabs.replaceAll('\t', ';')}`, 'hint'],
      [tabs.replaceAll('\t', '|'), 'bars'],
      [tabs.replaceAll('\r\n', '\r'), 'carriage returns'],
      [Buffer.from(`\uFEFF${tabs}`, 'utf16le'), 'UTF-16'],
      [Buffer.from(`\uFEFF${tabs}`, 'utf16le').swap16(), 'UTF-16, big end'],
      [`\n${heading},,\n${row('1.5', 'Größe')},,\n\n,,,,,,,,\n`, 'more'],
      [`${heading}\n${row('1.5', '"Größe"')}`, 'quotes'],
    ];
    for (const [file, name] of files) {
      const { lines, rejected } = await readAll(file);
      expect([
        name,
        rejected,
        lines.map(line => ({ ...line, lineNumber: 2 })),
      ]).toEqual([name, [], expected]);
    }
  });

  it('takes rows that are too short, and none that are too long', async () => {
    const { lines, rejected, summary } = await readAll(
      `${heading}\n1,2,2025-01-01\n${row('2', 'one, two')}\n${row(
        '3',
        '"a\nb, ""c"""',
      )}\n`,
    );
    expect(lines.map(line => [line.lineNumber, line.billedCost])).toEqual([
      [2, '1'],
      [4, '3'],
    ]);
    expect(rejected).toMatchObject([
      {
        lineNumber: 3,
        reason: expect.stringContaining('10 cells and the heading 9'),
      },
    ]);
    expect(lines[0]).toMatchObject({
      chargeStart: '2025-01-01T00:00:00Z',
      currency: 'USD',
    });
    expect(summary.verdict.notes.join('\n')).toContain('fewer cells');
  });

  it('keeps what no field has, and counts days as declared', async () => {
    const { lines, items } = await readAll(
      'billedcost,x_Team,Id,BillingPeriodEnd,ServiceProviderName,x_team,BilledCost,ChargePeriodStart,Tags\n' +
        '1,a,7,2025-02-15,Acme,b,9,2025-03-05,{"a": {"b": 1}}\n' +
        '2,,,2025-02-01,Acme,,,4/9/25 1:30 PM,no tags at all\n',
      { months: ['2025-03-01', '2025-04-01'], currency: 'CHF' },
    );
    expect(lines[0]).toMatchObject({
      billedCost: '1',
      billingMonth: '2025-03-01',
      currency: 'CHF',
      extra: {
        x_Team: 'a',
        Id: '7',
        'x_team (2)': 'b',
        'BilledCost (2)': '9',
        ServiceProviderName: 'Acme',
      },
    });
    expect(lines[1]).toMatchObject({
      billingMonth: '2025-04-01',
      chargeStart: '2025-04-09T13:30:00Z',
      extra: { Tags: 'no tags at all' },
    });
    expect(items.map(item => [item.columns.ProviderName, item.tags])).toEqual([
      ['Acme', { a: '{"b":1}' }],
      ['Acme', {}],
    ]);
  });

  it('waits for who reads, and ends when told to', async () => {
    let sent = 0;
    async function* endless() {
      yield Buffer.from(`${heading}\n`);
      const rows = Buffer.from(`${row('1')}\n`.repeat(1000));
      for (;;) {
        sent += 1;
        yield rows;
      }
    }
    const controller = new AbortController();
    const batches = parseFocusFile(endless(), {
      currency: 'USD',
      months: [],
      maxBytes: 1e12,
      signal: controller.signal,
    });
    const first = await batches.next();
    expect(first.value).toMatchObject({ rejected: [] });
    await new Promise(resolve => setTimeout(resolve, 300));
    const soFar = sent;
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(sent).toBe(soFar);
    controller.abort(new Error('The sender hung up'));
    await expect(
      (async () => {
        for (;;) {
          await batches.next();
        }
      })(),
    ).rejects.toThrow('The sender hung up');

    async function* failing() {
      yield Buffer.from(`${heading}\n`);
      throw new Error('The connection broke');
    }
    await expect(parseAll(failing())).rejects.toThrow('The connection broke');
  });
});
