import * as fc from 'fast-check';
import { parseCommit } from './parseCommit';

const now = new Date('2026-01-01T00:00:00Z');
const sha = 'a'.repeat(40);

function parse(text: string | Buffer) {
  return parseCommit({ sha, type: 'commit', data: Buffer.from(text) }, { now });
}

function idents(author: string, committer: string) {
  return parse(`tree ${sha}\nauthor ${author}\ncommitter ${committer}\n\nx`);
}

describe('parseCommit', () => {
  it('reads an ordinary commit', () => {
    const parents = ['b'.repeat(40), 'c'.repeat(40), 'd'.repeat(40)];
    expect(
      parse(
        `tree ${sha}\n${parents.map(parent => `parent ${parent}\n`).join('')}` +
          `author Ada <ada@example.com> 1700000000 +0200\n` +
          `committer Bob <bob@example.com> 1700000060 -0500\n` +
          `gpgsig -----BEGIN\n parent ${'e'.repeat(
            40,
          )}\n \n author Eve <eve@example.com> 1 +0000\n -----END\n` +
          `\nSubject\n\nparent ${'f'.repeat(
            40,
          )}\nauthor Eve <eve@example.com> 1 +0000\n`,
      ),
    ).toEqual({
      sha,
      parents,
      authorAddress: 'ada@example.com',
      authoredAt: new Date(1700000000_000),
      committedAt: new Date(1700000060_000),
      message: `Subject\n\nparent ${'f'.repeat(
        40,
      )}\nauthor Eve <eve@example.com> 1 +0000\n`,
    });
  });

  it('reads addresses and dates as git does', () => {
    const odd = idents(
      'A <a<b@x> <c@y> 1700000000 +0000',
      '<> 1700000000 +0000',
    );
    expect(odd.authorAddress).toBe('a<b@x');
    expect(odd.authoredAt).toEqual(new Date(1700000000_000));
    expect(idents('nobody', 'nobody <x> 1700000000').authorAddress).toBe('');
  });

  it('replaces dates that no clock can have shown', () => {
    const good = 'A <a@x> 1700000000 +0000';
    for (const bad of [
      'A <a@x> 0 +0000',
      'A <a@x> 99999999999999 +0000',
      'A <a@x> -5 +0000',
      'A <a@x> soon',
      'A',
      'A <a@x> 4000000000 +0000',
    ]) {
      expect(idents(good, bad).committedAt).toEqual(new Date(1700000000_000));
    }
    expect(idents('A', 'A').committedAt).toEqual(
      new Date('2000-01-01T00:00:00Z'),
    );
    expect(idents('A', 'A <a@x> 4000000000 +0000').committedAt).toEqual(now);
    expect(idents('A <a@x> 1 +0000', good).authoredAt).toEqual(new Date(1000));
  });

  it('reads any bytes', () => {
    const latin1 = parse(
      Buffer.from(
        `tree ${sha}\nauthor J\xfcrgen <j\xfcrgen@x> 1700000000 +0000\n\nGr\xfc\xdfe\0!`,
        'latin1',
      ),
    );
    expect(latin1.authorAddress).toBe('jürgen@x');
    expect(latin1.message).toBe('Grüße\0!');
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(parse(Buffer.from(bytes)).sha).toBe(sha);
      }),
    );
  });
});
