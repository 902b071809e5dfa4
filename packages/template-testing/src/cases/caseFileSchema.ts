import type { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';

const text = z.string().trim().min(1);

const jsonValue: z.ZodType<JsonValue> = z.json();

const values: z.ZodType<JsonObject> = z.record(z.string(), jsonValue);

const failure = z.strictObject({
  /** The id of the step that must fail; none when the values must be refused. */
  step: text.optional(),
  /** A part of the message. */
  message: text,
});

const expectations = z
  .strictObject({
    files: z.array(text).optional(),
    absent: z.array(text).optional(),
    contains: z.record(text, z.array(text)).optional(),
    checks: z.array(text).optional(),
    golden: z.boolean().optional(),
    fails: failure.optional(),
  })
  .refine(
    ({ fails, ...others }) =>
      !fails || Object.values(others).every(other => other === undefined),
    "'fails' stands alone: a run that fails makes nothing that could be looked at",
  );

const singleCase = z.strictObject({ title: text, values });

/** A file of `templates/<name>/tests/`. */
export const caseFileSchema = z
  .strictObject({
    title: text.optional(),
    values: values.optional(),
    cases: z.array(singleCase).min(1).optional(),
    expect: expectations.optional(),
    pairwise: z.boolean().optional(),
  })
  .refine(
    file => Boolean(file.values) !== Boolean(file.cases),
    "name either 'values' (one case) or 'cases' (a list of title and values)",
  )
  .refine(
    file => !file.values || file.title,
    "a case needs a 'title' that says what it shows",
  )
  .refine(
    file => !file.pairwise || file.values,
    "'pairwise' varies 'values': name them, and put other cases into a file of their own",
  )
  .refine(
    file => !file.pairwise || (!file.expect?.golden && !file.expect?.fails),
    "'pairwise' makes many cases: 'golden' and 'fails' belong into a file of their own",
  );

/** What a case file says. */
export type CaseFile = z.infer<typeof caseFileSchema>;

/** What a case expects. */
export type Expectations = z.infer<typeof expectations>;
