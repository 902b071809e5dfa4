import type {
  DeliveryRecord,
  ImportRejection,
} from '@portal/plugin-dora-common';
import type { ParsedImportLine } from '../reports/parseImportLine';
import { encodeRecord, encodeReport, type LineSource } from './encodeRecord';

const maxRejections = 1000;

/**
 * Turns good lines into rows of the staging table and keeps account of the others.
 */
export class RecordEncoder {
  readonly rejections: ImportRejection[] = [];
  #text = '';
  #taken = 0;
  #reports = 0;
  readonly #types = new Set<DeliveryRecord['type']>();
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

  /** The types of the records that became rows. */
  get types(): ReadonlySet<DeliveryRecord['type']> {
    return this.#types;
  }

  get rejected(): number {
    return this.#rejected;
  }

  /** @param source - where the line is, and the number of the component that it is of. */
  add(source: LineSource, parsed: ParsedImportLine): void {
    if (parsed.report) {
      this.#text += encodeReport(source, parsed.report);
      this.#taken += 1;
      this.#reports += 1;
      return;
    }
    if (parsed.record) {
      this.#text += encodeRecord(source, parsed.record);
      this.#types.add(parsed.record.type);
      this.#taken += 1;
      return;
    }
    this.#rejected += 1;
    if (this.rejections.length < maxRejections) {
      this.rejections.push({ line: source.line, reason: parsed.reason });
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
