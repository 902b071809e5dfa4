import type { DeliveryRecord } from '../records';
import { describeFound, FieldError, FieldReader } from './FieldReader';

/**
 * A record, or why the line is none.
 *
 * @public
 */
export type ParsedRecordLine =
  | { record: DeliveryRecord; reason?: undefined }
  | { record?: undefined; reason: string };

// A row of a database index holds some 2,700 bytes. A tag leaves room for 255 characters of any script.
const maxRepositoryBytes = 2048;
const maxTagBytes = 1024;

const readers: Record<string, (fields: FieldReader) => DeliveryRecord> = {
  repository: fields => ({
    type: 'repository',
    repository: fields.text('repository', maxRepositoryBytes),
    head: fields.optionalSha('head'),
    tags: fields.optionalCount('tags', { min: 0 }),
  }),
  commit: fields => ({
    type: 'commit',
    sha: fields.sha('sha'),
    parents: fields.parents('parents'),
    authoredAt: fields.instant('authoredAt'),
    committedAt: fields.plausibleInstant('committedAt'),
    author: fields.optionalText('author', 255),
    kind: fields.optionalText('kind', 64),
    reverts: fields.optionalAbbreviatedSha('reverts'),
    pullRequest: fields.optionalCount('pullRequest', { min: 1 }),
  }),
  release: fields => ({
    type: 'release',
    tag: fields.text('tag', maxTagBytes),
    sha: fields.sha('sha'),
    releasedAt: fields.plausibleInstant('releasedAt'),
  }),
  mainline: fields => ({
    type: 'mainline',
    sha: fields.sha('sha'),
    position: fields.count('position', { min: 0 }),
    deployedAt: fields.plausibleInstant('deployedAt'),
  }),
};

/**
 * Reads one line of a delivery history. Never throws: what is wrong comes back as a sentence that names the field,
 * what was found and what is expected. Fields that are not known are ignored.
 *
 * @param options - `now` in epoch milliseconds, against which the future is told.
 * @public
 */
export function parseRecordLine(options: {
  line: string;
  now: number;
}): ParsedRecordLine {
  let value: unknown;
  try {
    value = JSON.parse(options.line);
  } catch {
    return { reason: `not JSON: found ${describeFound(options.line)}` };
  }
  return checkRecord({ value, now: options.now });
}

/**
 * The same for a value that is no text any more.
 *
 * @param options - `furtherTypes` are read by the caller, and named to those who send none that is known.
 * @public
 */
export function checkRecord(options: {
  value: unknown;
  now: number;
  furtherTypes?: readonly string[];
}): ParsedRecordLine {
  const { value, now, furtherTypes = [] } = options;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      reason: `found ${describeFound(value)}, expected an object with a type`,
    };
  }
  const record: Record<string, unknown> = { ...value };
  const type = record.type;
  const reader =
    typeof type === 'string' && Object.hasOwn(readers, type)
      ? readers[type]
      : undefined;
  if (!reader) {
    return {
      reason: `type: found ${describeFound(type)}, expected one of ${[
        ...Object.keys(readers),
        ...furtherTypes,
      ].join(', ')}`,
    };
  }
  try {
    return { record: reader(FieldReader.create({ record, now })) };
  } catch (error) {
    if (error instanceof FieldError) {
      return { reason: error.message };
    }
    throw error;
  }
}
