import * as fc from 'fast-check';
import { type GitObject, parseCatFileBatch } from './parseCatFileBatch';

async function parse(chunks: Buffer[], maxBytes = 1000): Promise<GitObject[]> {
  async function* stream() {
    yield* chunks;
  }
  const objects: GitObject[] = [];
  for await (const object of parseCatFileBatch({
    chunks: stream(),
    maxBytes,
  })) {
    objects.push(object);
  }
  return objects;
}

function cut(bytes: Buffer, sizes: number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let at = 0;
  for (const size of sizes) {
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...chunks, bytes.subarray(at)];
}

function write(sha: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${sha} commit ${data.length}\n`),
    data,
    Buffer.from('\n'),
  ]);
}

const sha = 'a'.repeat(40);

describe('parseCatFileBatch', () => {
  it('gives back any objects, however they are cut', async () => {
    const data = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 6 });
    const sizes = fc.array(fc.nat({ max: 40 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        data,
        sizes,
        fc.nat({ max: 80 }),
        async (bodies, lengths, maxBytes) => {
          const bytes = Buffer.concat(
            bodies.map(body => write(sha, Buffer.from(body))),
          );
          const objects = await parse(cut(bytes, lengths), maxBytes);
          expect(objects.map(object => object.data.toString('hex'))).toEqual(
            bodies.map(body =>
              Buffer.from(body.subarray(0, maxBytes)).toString('hex'),
            ),
          );
        },
      ),
    );
  });

  it('is not deceived by an object that contains another one', async () => {
    const forged = write('b'.repeat(40), Buffer.from('tree x\n\nforged'));
    const objects = await parse([
      write(sha, Buffer.concat([Buffer.from('\n'), forged, Buffer.from('\0')])),
    ]);
    expect(objects.map(object => object.sha)).toEqual([sha]);
  });

  it('says what is wrong with a damaged stream', async () => {
    await expect(parse([Buffer.from(`${sha} missing\n`)])).rejects.toThrow(
      /object a{40} of the history is missing; run "git fsck"/,
    );
    await expect(
      parse([write(sha, Buffer.from('abc')).subarray(0, 53)]),
    ).rejects.toThrow(/stopped in the middle/);
    await expect(parse([Buffer.from(sha)])).rejects.toThrow(
      /stopped in the middle/,
    );
    await expect(parse([Buffer.from('hello\n')])).rejects.toThrow(/no object/);
    await expect(parse([Buffer.alloc(2000, 'x')])).rejects.toThrow(/no object/);
  });
});
