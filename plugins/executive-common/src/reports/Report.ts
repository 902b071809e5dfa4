/**
 * A page to print, as words, figures and pictures that are written already: the page, the CSV and the PDF say the same.
 *
 * @public
 */
export type ReportDocument = {
  title: string;
  /** What it is of: node, day, comparison. */
  subtitle: string;
  sections: ReportSection[];
};

/** @public */
export type ReportSection = { title: string; note?: string } & (
  | { kind: 'text'; paragraphs: string[] }
  | {
      kind: 'figures';
      figures: Array<{ title: string; text: string; note?: string }>;
    }
  | { kind: 'table'; columns: ReportColumn[]; rows: ReportCell[][] }
  | {
      kind: 'chart';
      /** An option of ECharts. */
      option: Record<string, unknown>;
      /** What it shows, for who does not see it. */
      description: string;
      height: number;
    }
);

/** @public */
export type ReportColumn = { title: string; align?: 'start' | 'end' };

/**
 * A cell: what is read, and the plain value of the CSV where it differs.
 *
 * @public
 */
export type ReportCell = {
  text: string;
  value?: string | number;
  tone?: 'good' | 'bad' | 'neutral';
};

/**
 * A page as it was shown; it never changes.
 *
 * @public
 */
export type ArchivedReport = {
  id: string;
  /** Made of a pack, or kept by hand. */
  kind: 'pack' | 'link';
  title: string;
  packId?: string;
  node: string;
  /** The day of the snapshot. */
  day: string;
  createdAt: string;
  createdBy: string;
  /** SHA-256 of the content. */
  hash: string;
};

/** @public */
export type ArchivedContent = ArchivedReport & { documents: ReportDocument[] };

/** @public */
export type ReportFormat = 'pdf' | 'csv' | 'html';
