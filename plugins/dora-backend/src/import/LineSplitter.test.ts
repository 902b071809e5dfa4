import fc from 'fast-check';
import { LineSplitter, maxLineBytes, type Line } from './LineSplitter';

function split(chunks: Buffer[]): Line[] {
  const lines: Line[] = [];
  const splitter = LineSplitter.create({ onLine: line => lines.push(line) });
  chunks.forEach(chunk => splitter.push(chunk));
  splitter.end();
  return lines;
}

describe('LineSplitter', () => {
  it('finds the same lines wherever the bytes are cut', () => {
    const line = fc
      .string({ unit: 'grapheme' })
      .map(text => text.replace(/[\n\ufeff]/g, ''));
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat(200)), (texts, sizes) => {
        const bytes = Buffer.from(texts.join('\n'));
        const chunks: Buffer[] = [];
        let start = 0;
        for (const size of sizes) {
          chunks.push(bytes.subarray(start, start + size));
          start += size;
        }
        chunks.push(bytes.subarray(start));
        const expected = texts
          .map((text, index) => ({ number: index + 1, text }))
          .filter(({ text }) => text.trim() !== '');
        expect(split(chunks)).toEqual(expected);
      }),
    );
  });

  it('throws away what is too long and goes on', () => {
    const long = Buffer.alloc(maxLineBytes, 'x');
    const lines = split([
      long,
      Buffer.from('x\nnext\r\n'),
      Buffer.from([0xc3, 10]),
    ]);
    expect(lines).toEqual([
      {
        number: 1,
        reason: expect.stringContaining(`${maxLineBytes + 1} bytes`),
      },
      { number: 2, text: 'next\r' },
      { number: 3, reason: 'the line is not UTF-8' },
    ]);
    expect(split([long])).toEqual([{ number: 1, text: long.toString() }]);
  });

  it('holds a line of many small pieces in little memory', () => {
    const lines: Line[] = [];
    const splitter = LineSplitter.create({ onLine: line => lines.push(line) });
    const piece = Buffer.from('x');
    const before = held();
    for (let index = 0; index < maxLineBytes; index += 1) {
      splitter.push(piece);
    }
    // Buffers of a byte each would be some 150 MB.
    expect(held() - before).toBeLessThan(30_000_000);
    splitter.end();
    expect(lines).toEqual([{ number: 1, text: 'x'.repeat(maxLineBytes) }]);
  });
});

function held(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
