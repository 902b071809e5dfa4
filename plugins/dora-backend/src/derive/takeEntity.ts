import type { Knex } from 'knex';
import { tryLockEntity } from '../import/entities';

const candidates = 16;

/**
 * Takes the entity that waits longest off the list of derivations, locked until the end of the transaction. One that another
 * instance, or an import, has is passed over.
 */
export async function takeEntity(
  transaction: Knex.Transaction,
): Promise<{ id: number } | undefined> {
  const waiting: { id: number; entity_ref: string }[] = await transaction(
    'derivations as d',
  )
    .join('entities as e', 'e.id', 'd.entity_id')
    .orderBy(['d.requested_at', 'd.entity_id'])
    .limit(candidates)
    .select('e.id', 'e.entity_ref');
  for (const { id, entity_ref: entityRef } of waiting) {
    if (await tryLockEntity(transaction, entityRef)) {
      const taken = await transaction('derivations')
        .where({ entity_id: id })
        .delete();
      if (taken > 0) {
        return { id };
      }
    }
  }
  return undefined;
}
