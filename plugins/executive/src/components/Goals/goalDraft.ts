import type { Goal, GoalInput } from '@portal/plugin-executive-common';
import { isDate } from '@portal/plugin-metrics-react';
import { idOfName } from '../../words';

/** What people type, before it is a goal. */
export type GoalDraft = {
  name: string;
  metricId: string;
  scope: string;
  /** Nothing: as it is today. */
  baseline: string;
  target: string;
  due: string;
  owner: string;
  note: string;
};

const number = /^[-+]?\d+(\.\d+)?$/;
const ownerRef = /^(group|user):[^:/\s]+\/[^:/\s]+$/;

/** What is typed of a goal that is there, or of a new one. */
export function draftOfGoal(goal: Goal | undefined, scope: string): GoalDraft {
  return {
    name: goal?.name ?? '',
    metricId: goal?.metricId ?? '',
    scope: goal?.scope ?? scope,
    baseline: goal ? String(goal.baseline.value) : '',
    target: goal ? String(goal.target) : '',
    due: goal?.due ?? '',
    owner: goal?.owner ?? (scope.startsWith('group:') ? scope : ''),
    note: goal?.note ?? '',
  };
}

/** What has to be mended first; undefined where nothing has to. */
export function explainGoal(draft: GoalDraft): string | undefined {
  if (!draft.name.trim()) {
    return 'Give the goal a name.';
  }
  if (!draft.metricId) {
    return 'Choose the figure that should change.';
  }
  if (!number.test(draft.target.trim())) {
    return `The target is "${draft.target}"; give a number such as 3 or 0.15.`;
  }
  if (draft.baseline.trim() && !number.test(draft.baseline.trim())) {
    return `It begins at "${draft.baseline}"; give a number, or nothing for where it is today.`;
  }
  if (!isDate(draft.due)) {
    return 'Choose the day until which it should be reached.';
  }
  return ownerRef.test(draft.owner.trim())
    ? undefined
    : `"${draft.owner}" is nobody who can answer for it; name a group or a person as in group:default/payments.`;
}

/** The goal that was typed, without a baseline where it begins today. Ask {@link explainGoal} before. */
export function inputOfGoal(
  draft: GoalDraft,
  today: string,
  before?: Goal,
): Omit<GoalInput, 'baseline'> & Partial<GoalInput> {
  const typed = draft.baseline.trim();
  return {
    id: before?.id ?? idOfName(draft.name, 'goal'),
    name: draft.name.trim(),
    metricId: draft.metricId,
    scope: draft.scope,
    target: Number(draft.target),
    due: draft.due,
    owner: draft.owner.trim(),
    note: draft.note.trim() || undefined,
    ...(typed && {
      baseline: { value: Number(typed), day: before?.baseline.day ?? today },
    }),
  };
}
