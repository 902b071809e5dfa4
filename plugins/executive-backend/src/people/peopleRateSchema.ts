import { z } from 'zod';
import {
  dayField,
  entityField,
  moneyField,
  revisionField,
} from '../owned/fields';

/** A mean of fewer is about persons. */
const fewestPeople = 3;
const fields = {
  groupRef: entityField(['group']),
  from: dayField,
  people: z
    .number()
    .min(
      fewestPeople,
      `expected ${fewestPeople} or more: a rate of fewer would show what one of them costs; give that of the group above`,
    )
    .max(100_000),
  monthly: moneyField,
};

/** A rate as a file has it. */
export const peopleRateSchema = z.strictObject(fields);

/** A rate as it is set. */
export const peopleRateChangeSchema = z.strictObject({
  ...fields,
  revision: revisionField,
});
