import type { RunStatus } from '@portal/plugin-scaffolder-portal-common';

/** A run as it is kept. */
export type StoredRun = {
  taskId: string;
  templateRef: string;
  templateTitle: string;
  templateVersion?: number;
  createdBy?: string;
  status: RunStatus;
  /** As the scaffolder writes it: only whether it differs counts. */
  heartbeat?: string;
  startedAt: Date;
  endedAt?: Date;
  failedStep?: { id: string; name: string };
  entityRefs: string[];
};

/** How a template did. */
export type TemplateFigures = {
  templateRef: string;
  runs: number;
  completed: number;
  failed: number;
  /** Hours, of completed runs; undefined where there is none. */
  medianHours?: number;
  last: { at: Date; status: RunStatus };
};

/** How reading goes. */
export type ReadState = {
  readAt?: Date;
  /** Every task there was has been read once. */
  completeAt?: Date;
  failingSince?: Date;
};

/** What a day adds to the figures of a template. */
export type TemplateDay = {
  templateRef: string;
  completed: number;
  failed: number;
};

/** Keeps runs. */
export interface RunStore {
  /** Status and heartbeat of those that are known. */
  known(
    taskIds: readonly string[],
  ): Promise<Map<string, { status: RunStatus; heartbeat?: string }>>;
  /** Those that had not ended when they were last seen. */
  pending(): Promise<string[]>;
  upsert(runs: readonly StoredRun[]): Promise<void>;
  delete(taskId: string): Promise<void>;

  readState(): Promise<ReadState>;
  saveRead(read: { at: Date; complete: boolean }): Promise<void>;
  saveFailure(at: Date): Promise<void>;

  /** By template, of runs that began in `[from, to)`. */
  figures(from: Date, to: Date): Promise<TemplateFigures[]>;
  /** Latest first. */
  list(request: {
    entityRef?: string;
    templateRef?: string;
    limit: number;
  }): Promise<StoredRun[]>;

  /** Days (UTC) whose published figures are not right any more. */
  unpublishedDays(): Promise<string[]>;
  /** What a day adds, of every template that ended a run on it or was counted on it before. */
  dayFigures(day: string): Promise<TemplateDay[]>;
  /** Marks what has ended until then as published, and what went on as counted nowhere. */
  markPublished(taskIds: readonly string[]): Promise<void>;
  /** Those that published figures do not count rightly. */
  unpublished(): Promise<string[]>;
  /** What completed runs made since, with the hours that it took: the last run of each. */
  made(
    since: Date,
  ): Promise<Array<{ entityRef: string; endedAt: Date; hours: number }>>;
  /** Which of the entities a completed run made. */
  madeOf(entityRefs: readonly string[]): Promise<Set<string>>;
}
