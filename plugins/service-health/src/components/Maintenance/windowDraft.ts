import {
  maintenanceLimits,
  type MaintenanceWindow,
} from '@portal/plugin-service-health-common';
import { fromUtcField, toUtcField } from './toUtcField';

/** Stands for all environments where one of a list is chosen; no environment has this name. */
export const allEnvironments = '*';

/** A maintenance window as somebody fills it in. Instants are texts of a `datetime-local` field, read as UTC. */
export type WindowDraft = {
  /** A name, or {@link allEnvironments}; absent until it is chosen. */
  environment?: string;
  begins: 'now' | 'later';
  /** Counts where it begins later. */
  from: string;
  to: string;
  reason: string;
};

/** What is wrong with a draft, by its field, and what to do. */
export type DraftProblems = Partial<Record<keyof WindowDraft, string>>;

/** What the portal is asked to announce. */
export type PlannedWindow = Omit<
  MaintenanceWindow,
  'id' | 'createdBy' | 'entityRef'
>;

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** An hour from now on. Where there is one environment only, it is chosen; else a person has to say which. */
export function newDraft(
  environments: readonly string[],
  now: Date,
): WindowDraft {
  return {
    environment: environments.length === 1 ? environments[0] : undefined,
    begins: 'now',
    from: toUtcField(now.getTime()),
    to: toUtcField(now.getTime() + hourMs),
    reason: '',
  };
}

/** Moves the beginning, and the end with it, so that the window keeps its length. */
export function moveBeginning(draft: WindowDraft, from: string): WindowDraft {
  const length = fromUtcField(draft.to) - fromUtcField(draft.from);
  const to = fromUtcField(from) + length;
  return {
    ...draft,
    from,
    to: length > 0 && !Number.isNaN(to) ? toUtcField(to) : draft.to,
  };
}

/** What is wrong with a draft; nothing where it can be announced. */
export function findProblems(draft: WindowDraft, now: Date): DraftProblems {
  const { environment, begins, from, to, reason } = draft;
  const start = begins === 'now' ? now.getTime() : fromUtcField(from);
  const end = fromUtcField(to);
  return withoutGaps({
    environment: environment
      ? undefined
      : 'Choose an environment, or all of them.',
    from: begins === 'later' ? explainStart(start, now.getTime()) : undefined,
    to: explainEnd(end, start, now.getTime()),
    reason: explainReason(reason),
  });
}

/** What is to be announced. Give a draft without problems. */
export function toPlannedWindow(draft: WindowDraft, now: Date): PlannedWindow {
  const { environment, begins, from, to, reason } = draft;
  return {
    environment: environment === allEnvironments ? undefined : environment,
    from: begins === 'now' ? now.toISOString() : isoOf(from),
    to: isoOf(to),
    reason: reason.trim(),
  };
}

function explainStart(start: number, now: number): string | undefined {
  if (Number.isNaN(start)) {
    return 'Choose the date and the time at which it begins.';
  }
  // The field has whole minutes: the one that runs has not passed.
  return start <= now - minuteMs
    ? 'This has passed, and what was found then stays. Choose a later time, or Now.'
    : undefined;
}

function explainEnd(
  end: number,
  start: number,
  now: number,
): string | undefined {
  if (Number.isNaN(end)) {
    return 'Choose the date and the time at which it ends.';
  }
  if (end <= now) {
    return 'This has passed. Choose a time to come.';
  }
  if (end <= start) {
    return 'It ends before it begins. Choose a later end, or an earlier beginning.';
  }
  return end - start > maintenanceLimits.days * dayMs
    ? `Maintenance lasts ${maintenanceLimits.days} days at most. Choose an earlier end.`
    : undefined;
}

function explainReason(reason: string): string | undefined {
  const { length } = reason.trim();
  if (length === 0) {
    return 'Say why, such as "New disks": others see it and wonder less.';
  }
  return length > maintenanceLimits.reason
    ? `It has ${length} characters; at most ${maintenanceLimits.reason} are kept. Shorten it.`
    : undefined;
}

function isoOf(field: string): string {
  return new Date(fromUtcField(field)).toISOString();
}

function withoutGaps(problems: DraftProblems): DraftProblems {
  return Object.fromEntries(
    Object.entries(problems).filter(([, words]) => words !== undefined),
  );
}
