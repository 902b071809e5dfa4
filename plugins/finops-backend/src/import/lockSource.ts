import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { CostFile } from './CostImporter';

/** The source of a file, made where it is new, and held until the end of the transaction. */
export async function lockSource(
  transaction: Knex.Transaction,
  file: Pick<CostFile, 'source' | 'kind' | 'demo'>,
): Promise<number> {
  await transaction('cost_sources')
    .insert({ name: file.source, kind: file.kind, demo: file.demo })
    .onConflict('name')
    .ignore();
  const source: { id: number; demo: boolean } = await transaction(
    'cost_sources',
  )
    .where('name', file.source)
    .forUpdate()
    .first('id', 'demo');
  if (source.demo !== file.demo) {
    throw new ConflictError(
      source.demo
        ? `source: "${file.source}" holds what the demo generator made up; send real cost under another name`
        : `source: "${file.source}" holds real cost; the demo generator needs another name`,
    );
  }
  return source.id;
}
