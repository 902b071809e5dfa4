import { isAscii } from 'node:buffer';

const pieceSize = 64 * 1024;
const lineFeed = 0x0a;

/**
 * The text of a file in pieces that end where a line does, if they can. Nearly all of a cost file is ASCII, and that needs no
 * decoding; a spreadsheet's UTF-16 is known by its first bytes; all else is UTF-8, with U+FFFD for what is not.
 *
 * @internal
 */
export async function* readText(
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<string> {
  let rest: Buffer | undefined;
  let wide: TextDecoder | undefined;
  let first = true;
  for await (const piece of pieces) {
    if (first && piece.length > 1) {
      wide = wideDecoder(piece);
    }
    const skip = first && !wide && hasMark(piece) ? 3 : 0;
    first = false;
    for (let from = skip; from < piece.length; from += pieceSize) {
      const part = piece.subarray(from, from + pieceSize);
      if (wide) {
        yield wide.decode(part, { stream: true });
        continue;
      }
      const end = part.lastIndexOf(lineFeed) + 1;
      const whole = part.subarray(0, end || undefined);
      if (end === 0) {
        rest = rest ? Buffer.concat([rest, part]) : Buffer.from(part);
        if (rest.length > pieceSize) {
          // No line is so long: let those who split it say so, but never cut a character.
          const cut = startOfLastCharacter(rest);
          yield decode(rest.subarray(0, cut));
          rest = Buffer.from(rest.subarray(cut));
        }
        continue;
      }
      yield decode(rest ? Buffer.concat([rest, whole]) : whole);
      rest = end < part.length ? Buffer.from(part.subarray(end)) : undefined;
    }
  }
  if (wide) {
    yield wide.decode();
  } else if (rest) {
    yield decode(rest);
  }
}

function decode(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

function hasMark(start: Buffer): boolean {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
}

function wideDecoder(start: Buffer): TextDecoder | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) {
    return new TextDecoder('utf-16le');
  }
  return start[0] === 0xfe && start[1] === 0xff
    ? new TextDecoder('utf-16be')
    : undefined;
}

function startOfLastCharacter(bytes: Buffer): number {
  let at = bytes.length - 1;
  const least = Math.max(0, bytes.length - 4);
  while (at > least && bytes[at] >= 0x80 && bytes[at] < 0xc0) {
    at -= 1;
  }
  return bytes[at] >= 0xc0 ? at : bytes.length;
}
