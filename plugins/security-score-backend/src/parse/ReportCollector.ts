import { findingKinds, severities } from '@portal/plugin-security-score-common';
import { cleanText, cleanTexts } from './cleanText';
import { cleanFinding } from './cleanFinding';
import type { ReportBatch } from './ReportReading';
import type {
  ParsedComponent,
  ParsedFinding,
  ParsedHead,
  ParsedPractice,
  ParsedStatement,
  ReportSink,
} from './ReportSink';
import { toolName } from './toolName';

const mostNotes = 100;

/**
 * Gathers what a reader finds, in batches. Whatever the report holds, what leaves here can be stored: texts have sane lengths and
 * no characters PostgreSQL refuses, severities and kinds are ours, links are links.
 */
export class ReportCollector implements ReportSink {
  #batch = emptyBatch();
  #pending = 0;
  #head: ParsedHead = {};
  readonly #notes = new Set<string>();
  #unknown = 0;

  private constructor() {}

  static create(): ReportCollector {
    return new ReportCollector();
  }

  /** Entries that wait to be taken. */
  get pending(): number {
    return this.#pending;
  }

  takeBatch(): ReportBatch {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    this.#pending = 0;
    return batch;
  }

  head(head: ParsedHead): void {
    for (const [key, value] of Object.entries(head)) {
      if (value !== undefined) {
        Object.assign(this.#head, { [key]: value });
      }
    }
  }

  finding(finding: ParsedFinding): void {
    if (
      !findingKinds.includes(finding.kind) ||
      !severities.includes(finding.severity)
    ) {
      throw new TypeError('A reader gave a finding of an unknown kind');
    }
    const clean = cleanFinding(finding);
    if (!clean) {
      this.reject(finding.path ?? 'a finding', 'It has no name');
      return;
    }
    if (clean.severity === 'unknown' && !clean.cvssVectors?.length) {
      this.#unknown += 1;
    }
    this.#batch.findings.push(clean);
    this.#pending += 1;
  }

  component(component: ParsedComponent): void {
    const name = cleanText(component.name, 500);
    if (!name) {
      this.reject('a component', 'It has no name');
      return;
    }
    this.#batch.components.push({
      ...component,
      name,
      type: cleanText(component.type, 60) ?? 'generic',
      version: cleanText(component.version, 200),
      purl: cleanText(component.purl, 1000),
      licences: cleanTexts(component.licences, 20, 300),
    });
    this.#pending += 1;
  }

  statement(statement: ParsedStatement): void {
    const vulnerability = cleanText(statement.vulnerability, 200);
    if (!vulnerability) {
      this.reject('a statement', 'It names no vulnerability');
      return;
    }
    this.#batch.statements.push({
      ...statement,
      vulnerability,
      aliases: cleanTexts(statement.aliases, 50, 200),
      packages:
        statement.packages && cleanTexts(statement.packages, 10_000, 1000),
      justification: cleanText(statement.justification, 300),
      detail: cleanText(statement.detail, 4000),
    });
    this.#pending += 1;
  }

  practice(practice: ParsedPractice): void {
    const id = cleanText(practice.id, 200);
    if (!id) {
      this.reject('a practice', 'It has no name');
      return;
    }
    this.#batch.practices.push({
      ...practice,
      id,
      title: cleanText(practice.title, 300) ?? id,
      detail: cleanText(practice.detail, 4000),
      link: cleanText(practice.link, 1000),
    });
    this.#pending += 1;
  }

  reject(position: string, reason: string): void {
    this.#batch.rejections.push({
      position: cleanText(position, 300) ?? 'somewhere',
      reason: cleanText(reason, 500) ?? 'it is no entry',
    });
    this.#pending += 1;
  }

  note(message: string): void {
    if (this.#notes.size < mostNotes) {
      this.#notes.add(cleanText(message, 500) ?? '');
    }
  }

  /** What was said of the report, when all of it was read. */
  finish(): { head: ParsedHead; notes: string[] } {
    if (this.#unknown > 0) {
      this.note(
        this.#unknown === 1
          ? 'The severity of 1 finding is unknown: the report says none that is known'
          : `The severity of ${
              this.#unknown
            } findings is unknown: the report says none that is known`,
      );
    }
    const head = this.#head;
    return {
      head: {
        ...head,
        tool: toolName(head.tool),
        toolVersion: cleanText(head.toolVersion, 100),
        scope: cleanText(head.scope, 300),
        repository: cleanText(head.repository, 300),
      },
      notes: [...this.#notes].filter(Boolean),
    };
  }
}

function emptyBatch(): ReportBatch {
  return {
    findings: [],
    components: [],
    statements: [],
    practices: [],
    rejections: [],
  };
}
