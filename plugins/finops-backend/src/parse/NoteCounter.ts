/**
 * Counts what was mended while a file was read, to say it once and not a million times.
 *
 * @internal
 */
export class NoteCounter {
  private readonly counts = new Map<string, { rows: number; first: number }>();

  static create(): NoteCounter {
    return new NoteCounter();
  }

  private constructor() {}

  add(note: string, lineNumber: number): void {
    const count = this.counts.get(note);
    if (count) {
      count.rows += 1;
    } else {
      this.counts.set(note, { rows: 1, first: lineNumber });
    }
  }

  list(): string[] {
    return [...this.counts].map(
      ([note, { rows, first }]) =>
        `${note}: ${
          rows === 1 ? '1 row' : `${rows} rows`
        }, the first is row ${first}`,
    );
  }
}
