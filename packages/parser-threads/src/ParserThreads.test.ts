import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { ParserThreads } from './ParserThreads';

const server = join(__dirname, 'serveParser.ts');
// Answers how many bytes each piece has, and does what a piece says.
const file = join(tmpdir(), `parser-threads-${process.pid}.ts`);
writeFileSync(
  file,
  `import { serveParser } from ${JSON.stringify(server)};
serveParser('sizes', async function* read(bytes: AsyncIterable<Buffer>) {
  let pieces = 0;
  for await (const piece of bytes) {
    pieces += 1;
    const text = piece.subarray(0, 20).toString();
    if (text.startsWith('refuse')) {
      throw Object.assign(new Error('It is refused'), { name: 'InputError' });
    }
    if (text.startsWith('hang')) {
      for (;;) {}
    }
    if (text.startsWith('fill')) {
      const all: unknown[] = [];
      for (;;) {
        all.push(new Array(500_000).fill(pieces + all.length));
      }
    }
    yield piece.length;
  }
  return { pieces };
});
`,
);

const options = {
  tooSlow: 'It did not end',
  tooSlowHelp: 'send less',
  tooLarge: 'It is too large',
};

async function* pieces(...contents: Array<string | Buffer>) {
  for (const content of contents) {
    yield Buffer.from(content);
  }
}

async function readAll(
  threads: ParserThreads,
  bytes: AsyncIterable<Buffer>,
  more: { patience?: number; signal?: AbortSignal } = {},
) {
  const batches = threads.read<number, { pieces: number }>(bytes, undefined, {
    ...options,
    ...more,
  });
  const sizes: number[] = [];
  for (;;) {
    const next = await batches.next();
    if (next.done) {
      return { sizes, ...next.value };
    }
    sizes.push(next.value);
  }
}

describe('ParserThreads', () => {
  const threads = ParserThreads.create({ file, mark: 'sizes', heap: 64 });

  afterAll(() => rmSync(file));

  it('reads one file after the other in the thread that waits', async () => {
    expect(await readAll(threads, pieces('a', 'bcd'))).toEqual({
      sizes: [1, 3],
      pieces: 2,
    });
    const large = Buffer.alloc(2.5 * 1024 * 1024);
    expect((await readAll(threads, pieces(large))).sizes).toEqual([
      1024 * 1024,
      1024 * 1024,
      512 * 1024,
    ]);
  });

  it('tells a refusal as one, and works on', async () => {
    const refused = readAll(threads, pieces('a', 'refuse'));
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow('It is refused');
    expect((await readAll(threads, pieces('a'))).pieces).toBe(1);
  });

  it('ends a thread that hangs, and one that takes too much memory', async () => {
    await expect(
      readAll(threads, pieces('hang'), { patience: 1 }),
    ).rejects.toThrow('It did not end within 1 seconds: send less');
    await expect(readAll(threads, pieces('fill'))).rejects.toThrow(
      'It is too large',
    );
    expect((await readAll(threads, pieces('a'))).pieces).toBe(1);
  });

  it('waits for who reads, and ends when told to or when the source breaks', async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.from('x');
      }
    }
    const controller = new AbortController();
    const batches = threads.read(endless(), undefined, {
      ...options,
      signal: controller.signal,
    });
    await batches.next();
    await new Promise(resolve => setTimeout(resolve, 200));
    const soFar = sent;
    await new Promise(resolve => setTimeout(resolve, 200));
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
      yield Buffer.from('a');
      throw new Error('The connection broke');
    }
    await expect(readAll(threads, failing())).rejects.toThrow(
      'The connection broke',
    );
  });
});
