import { InputError } from '@backstage/errors';
import {
  checkRecord,
  parseRecordLine,
  type ParsedRecordLine,
} from '@portal/plugin-dora-common';
import type { ImportEntities } from './ImportEntities';

/** A line, and the number of the component that it names. */
export type NamedLine = { entity: number; parsed: ParsedRecordLine };

/**
 * Reads a line of an import of many components: a record that names its component by `entityRef`. Never throws; what is wrong
 * with the name is what is wrong with the line.
 */
export function parseNamedLine(options: {
  line: string;
  now: number;
  entities: ImportEntities;
}): NamedLine {
  const { line, now, entities } = options;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { entity: 0, parsed: parseRecordLine({ line, now }) };
  }
  const parsed = checkRecord({ value, now });
  if (parsed.reason !== undefined) {
    return { entity: 0, parsed };
  }
  try {
    // What is no object is no record.
    return { entity: entities.numberOf(Object(value).entityRef), parsed };
  } catch (error) {
    if (error instanceof InputError) {
      return { entity: 0, parsed: { reason: error.message } };
    }
    throw error;
  }
}
