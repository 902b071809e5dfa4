import fs from 'node:fs/promises';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { readOsvRecord, type OsvRecord } from './readOsvRecord';

const filesPerStep = 200;
const mostBytes = 16 * 1024 ** 2;

/** What {@link OsvLoader} works with. */
export type OsvLoaderOptions = {
  client: Knex;
  /** A folder of records of OSV as JSON, in it or below: an unpacked `all.zip`, or one of each ecosystem. */
  folder: string;
  logger: LoggerService;
};

type File = { file: string; stamp: string };
type Read = File & { record?: OsvRecord };

/** Keeps the copy of an OSV database as its folder is. Files that did not change are not read again. */
export class OsvLoader {
  readonly #options: OsvLoaderOptions;

  private constructor(options: OsvLoaderOptions) {
    this.#options = options;
  }

  static create(options: OsvLoaderOptions): OsvLoader {
    return new OsvLoader(options);
  }

  /**
   * Reads what is new, changed or gone.
   *
   * @throws InputError where the folder has no record at all: a mirror that is not there is not an empty one.
   */
  async load(options: { signal?: AbortSignal } = {}): Promise<{
    changed: number;
    removed: number;
    unreadable: number;
  }> {
    const { client, folder, logger } = this.#options;
    const known = new Map<string, string>(
      (await client('osv_records').select('file', 'stamp')).map(
        ({ file, stamp }: File) => [file, stamp],
      ),
    );
    const counts = { changed: 0, removed: 0, unreadable: 0 };
    let found = 0;
    let step: File[] = [];
    for await (const file of this.#files(folder, options.signal)) {
      found += 1;
      const isNew = known.get(file.file) !== file.stamp;
      known.delete(file.file);
      if (isNew) {
        step.push(file);
      }
      if (step.length >= filesPerStep) {
        await this.#take(step, counts);
        step = [];
      }
    }
    if (found === 0) {
      throw new InputError(
        `securityScore.osvDatabase: ${folder} has no file *.json; unpack an all.zip of OSV there, or correct the path. What was read before is kept`,
      );
    }
    await this.#take(step, counts);
    await this.#remove([...known.keys()]);
    counts.removed = known.size;
    if (counts.unreadable > 0) {
      logger.warn(
        `${counts.unreadable} files of the OSV database were not taken`,
      );
    }
    return counts;
  }

  /** Forgets all of it. */
  async forget(): Promise<void> {
    await this.#options.client('osv_records').delete();
    await this.#options.client('osv_packages').delete();
  }

  async *#files(folder: string, signal?: AbortSignal): AsyncGenerator<File> {
    const folders = [folder];
    for (const each of folders) {
      for await (const entry of await fs.opendir(each)) {
        signal?.throwIfAborted();
        const whole = path.join(each, entry.name);
        if (entry.isDirectory()) {
          folders.push(whole);
        } else if (entry.isFile() && entry.name.endsWith('.json')) {
          const { size, mtimeMs } = await fs.stat(whole);
          yield {
            file: path.relative(folder, whole),
            stamp: `${size}-${mtimeMs}`,
          };
        }
      }
    }
  }

  async #take(
    files: File[],
    counts: { changed: number; unreadable: number },
  ): Promise<void> {
    if (files.length === 0) {
      return;
    }
    const read = await Promise.all(files.map(file => this.#read(file)));
    counts.changed += files.length;
    counts.unreadable += read.filter(({ isBad }) => isBad).length;
    await this.#options.client.transaction(transaction =>
      write(transaction, read),
    );
  }

  async #read(file: File): Promise<Read & { isBad?: boolean }> {
    const whole = path.join(this.#options.folder, file.file);
    try {
      const { size } = await fs.stat(whole);
      if (size > mostBytes) {
        throw new InputError(`It has ${size} bytes, at most ${mostBytes}`);
      }
      return {
        ...file,
        record: readOsvRecord(await fs.readFile(whole, 'utf8')),
      };
    } catch (error) {
      this.#options.logger.debug(
        `${file.file} of the OSV database was not taken: ${
          (error as Error).message
        }`,
      );
      return { ...file, isBad: true };
    }
  }

  async #remove(files: string[]): Promise<void> {
    for (let from = 0; from < files.length; from += filesPerStep) {
      const some = files.slice(from, from + filesPerStep);
      await this.#options.client.transaction(async transaction => {
        await markPackages(transaction, some);
        await transaction('osv_records').whereIn('file', some).delete();
      });
    }
  }
}

async function write(
  transaction: Knex.Transaction,
  read: Read[],
): Promise<void> {
  const files = read.map(({ file }) => file);
  // What they said before has changed, and what they say now.
  await markPackages(transaction, files);
  await transaction('osv_records').whereIn('file', files).delete();
  const rows = read.map(({ file, stamp, record }) => ({
    file,
    stamp,
    names: record?.names ?? [],
    record: record?.record ?? null,
    affected: record?.affected ?? [],
  }));
  await transaction.raw(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset(?::jsonb) AS row (file text, stamp text, names text[], record jsonb, affected jsonb)
     ),
     kept AS (
       INSERT INTO osv_records (file, stamp, names, record) SELECT file, stamp, names, record FROM given RETURNING id, file
     )
     INSERT INTO osv_affected (record_id, package_type, package_name, affected)
     SELECT kept.id, entry->>'type', entry->>'name', entry->'affected'
     FROM given JOIN kept USING (file) CROSS JOIN LATERAL jsonb_array_elements(given.affected) AS entry`,
    [JSON.stringify(rows)],
  );
  await markPackages(transaction, files);
}

async function markPackages(
  transaction: Knex.Transaction,
  files: string[],
): Promise<void> {
  await transaction.raw(
    `INSERT INTO osv_packages (type, name, changed)
     SELECT package_type, package_name, nextval('osv_changes')
     FROM (
       SELECT DISTINCT package_type, package_name
       FROM osv_affected JOIN osv_records ON osv_records.id = record_id
       WHERE file = ANY(?::text[]) ORDER BY 1, 2
     ) AS named
     ON CONFLICT (type, name) DO UPDATE SET changed = excluded.changed`,
    [files] as never,
  );
}
