import type { ImportRejection } from '@portal/plugin-dora-common';
import type { ParsedImportLine } from '../reports/parseImportLine';
import { encodeRecord, encodeReport } from './encodeRecord';

const maxRejections = 1000;

/**
 * Turns good lines into rows of the staging table and keeps account of the others.
 */
export class RecordEncoder {
  readonly rejections: ImportRejection[] = [];
  #text = '';
  #taken = 0;
  #reports = 0;
  #rejected = 0;

  private constructor() {}

  static create(): RecordEncoder {
    return new RecordEncoder();
  }

  /** How many lines became rows. */
  get taken(): number {
    return this.#taken;
  }

  /** How many of those are reports. */
  get reports(): number {
    return this.#reports;
  }

  get rejected(): number {
    return this.#rejected;
  }

  add(line: number, parsed: ParsedImportLine): void {
    if (parsed.report) {
      this.#text += encodeReport(line, parsed.report);
      this.#taken += 1;
      this.#reports += 1;
      return;
    }
    if (parsed.record) {
      this.#text += encodeRecord(line, parsed.record);
      this.#taken += 1;
      return;
    }
    this.#rejected += 1;
    if (this.rejections.length < maxRejections) {
      this.rejections.push({ line, reason: parsed.reason });
    }
  }

  get hasRows(): boolean {
    return this.#text !== '';
  }

  /** The rows since the last call. */
  take(): Buffer {
    const rows = Buffer.from(this.#text, 'utf8');
    this.#text = '';
    return rows;
  }
}
