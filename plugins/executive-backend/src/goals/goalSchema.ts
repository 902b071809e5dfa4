import { z } from 'zod';
import {
  dayField,
  entityField,
  idField,
  metricField,
  revisionField,
  scopeField,
  wordsField,
} from '../owned/fields';

const value = z.number().min(-1e15).max(1e15);
const baseline = z.strictObject({ value, day: dayField });
const fields = {
  id: idField,
  name: wordsField(120),
  metricId: metricField,
  scope: scopeField,
  target: value,
  due: dayField,
  owner: entityField(['group', 'user']),
  note: wordsField(2000).optional(),
};

type Way = {
  baseline?: z.output<typeof baseline>;
  target: number;
  due: string;
};

/** A goal needs time, and a way to go. */
function withWay<T extends z.ZodType<Way>>(schema: T) {
  return schema
    .refine(
      goal => goal.baseline === undefined || goal.baseline.day < goal.due,
      {
        path: ['due'],
        message: 'is not after the day of the baseline',
      },
    )
    .refine(goal => goal.baseline?.value !== goal.target, {
      path: ['target'],
      message: 'is the baseline already; a goal is a change',
    });
}

/** A goal as somebody writes it down. */
export const goalSchema = withWay(
  z.strictObject({ ...fields, baseline: baseline.optional() }),
);

/** A goal with all that belongs to it, as a file has it. */
export const wholeGoalSchema = withWay(z.strictObject({ ...fields, baseline }));

/** A change of a goal. */
export const goalChangeSchema = withWay(
  z.strictObject({ ...fields, baseline, revision: revisionField.min(1) }),
);
