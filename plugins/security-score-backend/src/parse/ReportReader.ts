import type { ReportFormat } from '@portal/plugin-security-score-common';
import type { ReportSink } from './ReportSink';

/**
 * A part of a JSON report, as a reader asks for it: `Results[*].Vulnerabilities[*]` streams those elements one by one, everything
 * else of the document is given at the end, without them.
 */
export type JsonReportReader = {
  format: ReportFormat;
  /** Whether the beginning of a document (top-level keys with their scalars, up to 64 KiB) is this format. */
  recognise(start: JsonStart): boolean;
  /**
   * Paths of the arrays whose elements are streamed: `runs[*].results`. `$` is the document: the elements of its array, or each of
   * several values one after the other (a value alone counts as one of several). Streams may lie in each other, the inner one first.
   */
  streams: string[];
  /**
   * Makes the reading of one document. `element` is called for each element of a stream as it comes, `around` being the objects
   * around it as far as they were read (the document first; members that come later are not there yet), `end` with the rest of
   * the document. What is wrong with one element is `sink.reject`; what is wrong with the whole is an InputError from `end`.
   */
  open(sink: ReportSink): {
    element(path: ElementPath, value: unknown, around: unknown[]): void;
    end(rest: unknown): void;
  };
};

/** Where an element is: `{ stream: 'Results[*].Vulnerabilities', indices: [0, 12] }`. */
export type ElementPath = { stream: string; indices: number[] };

/** What is known of a JSON document before it is read. */
export type JsonStart = {
  /** Top-level keys in order, as far as seen; empty where the document is an array. */
  keys: string[];
  /** Scalars among their values. */
  scalars: Record<string, string | number | boolean | null>;
  isArray: boolean;
  /**
   * Keys of the first object of the array (as `$`) and of the first object in each array in it (`$[*].vulnerabilities`), or of the
   * first object in each top-level array.
   */
  firstKeys: Record<string, string[]>;
  /** Keys of each top-level object. */
  objectKeys?: Record<string, string[]>;
};

/** An XML report: fed with events, without entities. */
export type XmlReportReader = {
  format: ReportFormat;
  /** By the root element. */
  recognise(root: { name: string; namespace?: string }): boolean;
  open(sink: ReportSink): {
    start(name: string, attributes: Record<string, string>): void;
    end(name: string, text: string): void;
    finish(): void;
  };
};
