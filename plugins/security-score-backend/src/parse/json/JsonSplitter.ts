import { InputError } from '@backstage/errors';
import type { ElementPath } from '../ReportReader';
import { countKeys } from './countKeys';
import { parseBytes } from './parseBytes';
import { RawValue, usualLimits, type ValueLimits } from './RawValue';
import { framePath, isStream, newFrame, put, type Frame } from './Frame';
import { isWalked, streamTree, type StreamNode } from './streamTree';

/** Who is told what was found. */
export type SplitterEvents = {
  /** An element of a stream, and the containers around it as far as they were read: the document first. */
  element(path: ElementPath, value: unknown, around: unknown[]): void;
  /** An element that has the same key twice, so that nobody can say which of the two is meant. */
  twice(position: string): void;
};

const mostKept = 96 * 1024 * 1024;

/**
 * Takes a JSON document apart while it comes in: the elements of its large arrays one by one, everything else at the end, so that
 * the memory it takes does not depend on its size. What is walked through is checked here, what is taken whole by `JSON.parse`.
 */
export class JsonSplitter {
  readonly #root: StreamNode;
  readonly #raw: RawValue;
  readonly #frames: Frame[] = [];
  #isRaw = false;
  #rawIsKey = false;
  #rawStart = 0;
  #before = 0;
  #kept = 0;
  #isDone = false;
  #rest: unknown;

  private constructor(
    streams: readonly string[],
    private readonly events: SplitterEvents,
    private readonly limits: ValueLimits,
  ) {
    this.#root = streamTree(streams);
    this.#raw = RawValue.create(limits);
  }

  static create(
    streams: readonly string[],
    events: SplitterEvents,
    limits = usualLimits,
  ): JsonSplitter {
    return new JsonSplitter(streams, events, limits);
  }

  /** Takes the next piece of the file. It must not change afterwards. */
  write(piece: Buffer): void {
    let at = 0;
    while (at < piece.length) {
      if (this.#isRaw) {
        const end = this.#raw.scan(piece, at);
        if (end < 0) {
          break;
        }
        at = end;
        this.#endRaw();
        continue;
      }
      const byte = piece[at];
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
        at += 1;
      } else {
        at = this.#step(byte, at);
      }
    }
    this.#before += piece.length;
  }

  /** The file has ended: answers the document without what was streamed. */
  end(): unknown {
    if (this.#isRaw && this.#raw.endsWithFile && this.#frames.length <= 1) {
      this.#endRaw();
    }
    const frame = this.#frames.at(-1);
    if (frame?.isOpen && !this.#isRaw) {
      this.#frames.pop();
      this.#rest = frame.value;
      this.#isDone = true;
    }
    if (!this.#isDone) {
      throw new InputError(
        this.#before === 0 || (!frame && !this.#isRaw)
          ? 'The report is empty'
          : `The report ends in the middle, after ${
              this.#before
            } bytes in ${this.#position()}: send the whole of it`,
      );
    }
    return this.#rest;
  }

  #step(byte: number, at: number): number {
    const frame = this.#frames.at(-1);
    if (!frame) {
      if (this.#isDone) {
        throw this.#broken(at, 'something follows the end of the document');
      }
      if (this.#root.stream && byte !== 0x5b && !this.#root.keys) {
        this.#push(this.#root, true, true);
        return at;
      }
      return this.#beginValue(this.#root, byte, at);
    }
    switch (frame.expects) {
      case 'first-value':
        if (byte === 0x5d) {
          this.#pop();
          return at + 1;
        }
        return this.#beginValue(frame.node.items, byte, at);
      case 'value':
        return this.#beginValue(
          frame.isArray ? frame.node.items : frame.node.keys?.get(frame.key),
          byte,
          at,
        );
      case 'first-key':
      case 'key':
        if (byte === 0x7d && frame.expects === 'first-key') {
          this.#pop();
          return at + 1;
        }
        if (byte !== 0x22) {
          throw this.#broken(at, 'a key was expected');
        }
        this.#beginRaw(byte, at, true);
        return at;
      case 'colon':
        if (byte !== 0x3a) {
          throw this.#broken(at, 'a colon was expected');
        }
        frame.expects = 'value';
        return at + 1;
      default:
        return this.#afterValue(frame, byte, at);
    }
  }

  #afterValue(frame: Frame, byte: number, at: number): number {
    if (frame.isOpen) {
      frame.index += 1;
      frame.expects = 'value';
      return at;
    }
    if (byte === 0x2c) {
      frame.index += 1;
      frame.expects = frame.isArray ? 'value' : 'key';
      return at + 1;
    }
    if (byte !== (frame.isArray ? 0x5d : 0x7d)) {
      throw this.#broken(at, 'a comma or the end was expected');
    }
    this.#pop();
    return at + 1;
  }

  #beginValue(node: StreamNode | undefined, byte: number, at: number): number {
    if (byte === 0x7b && node?.keys) {
      this.#push(node, false, false);
      return at + 1;
    }
    if (byte === 0x5b && (node?.stream !== undefined || isWalked(node))) {
      this.#push(node, true, false);
      return at + 1;
    }
    if (byte === 0x2c || byte === 0x3a || byte === 0x5d || byte === 0x7d) {
      throw this.#broken(at, 'a value was expected');
    }
    this.#beginRaw(byte, at, false);
    return at;
  }

  #push(node: StreamNode, isArray: boolean, isOpen: boolean): void {
    if (this.#frames.length >= this.limits.depth) {
      throw new InputError(
        `The report is nested more than ${this.limits.depth} levels deep`,
      );
    }
    this.#keep(64);
    const outer = this.#frames.at(-1);
    const frame = newFrame(node, isArray, isOpen);
    this.#frames.push(frame);
    // Those around an element are told of while they are still open.
    if (outer && !isStream(outer)) {
      put(outer, frame.value);
    }
  }

  #pop(): void {
    const { value } = this.#frames.pop()!;
    const outer = this.#frames.at(-1);
    if (!outer) {
      this.#rest = value;
      this.#isDone = true;
      return;
    }
    outer.expects = 'next';
    if (isStream(outer)) {
      this.#tell(value);
    }
  }

  #beginRaw(byte: number, at: number, isKey: boolean): void {
    this.#isRaw = true;
    this.#rawIsKey = isKey;
    this.#rawStart = this.#before + at;
    this.#raw.begin(byte, this.#frames.length, () => this.#position());
  }

  #endRaw(): void {
    this.#isRaw = false;
    const bytes = this.#raw.bytes();
    const value = parseBytes(bytes, offset => {
      throw this.#broken(
        this.#rawStart + offset - this.#before,
        `${this.#position()} can't be read`,
      );
    });
    const frame = this.#frames.at(-1);
    if (!frame) {
      this.#rest = value;
      this.#isDone = true;
      return;
    }
    if (this.#rawIsKey) {
      this.#takeKey(frame, value as string);
      return;
    }
    frame.expects = 'next';
    const isTwice = this.#raw.keys > 0 && countKeys(value) !== this.#raw.keys;
    if (!isStream(frame)) {
      if (isTwice) {
        throw new InputError(
          `${this.#position()} has the same key twice, so that it can be read in two ways`,
        );
      }
      this.#keep(bytes.length);
      put(frame, value);
    } else if (isTwice) {
      this.events.twice(this.#position());
    } else {
      this.#tell(value);
    }
  }

  #takeKey(frame: Frame, key: string): void {
    if (frame.keys.has(key)) {
      throw new InputError(
        `${this.#position(this.#frames.length - 1)} has the key "${key.slice(
          0,
          60,
        )}" twice, so that it can be read in two ways`,
      );
    }
    this.#keep(key.length + 32);
    frame.keys.add(key);
    frame.key = key;
    frame.expects = 'colon';
  }

  #tell(value: unknown): void {
    const frame = this.#frames.at(-1)!;
    const around: unknown[] = [];
    const indices: number[] = [];
    for (const { isArray, index, value: outer } of this.#frames) {
      if (isArray) {
        indices.push(index);
      } else {
        around.push(outer);
      }
    }
    this.events.element({ stream: frame.node.stream!, indices }, value, around);
  }

  #keep(size: number): void {
    this.#kept += size;
    if (this.#kept > mostKept) {
      throw new InputError(
        `The report has more than ${mostKept} bytes outside of its entries, more than any report needs`,
      );
    }
  }

  #broken(at: number, what: string): InputError {
    return new InputError(
      `The report is not valid JSON at byte ${this.#before + at}: ${what}`,
    );
  }

  #position(depth = this.#frames.length): string {
    return framePath(this.#frames.slice(0, depth));
  }
}
