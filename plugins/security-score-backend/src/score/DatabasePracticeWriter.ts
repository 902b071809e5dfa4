import type { Knex } from 'knex';
import type { PracticeWriter } from '../import/PracticeWriter';

/** Keeps practices, and lets the score of their service be calculated again. */
export class DatabasePracticeWriter implements PracticeWriter {
  static create(): DatabasePracticeWriter {
    return new DatabasePracticeWriter();
  }

  readonly write: PracticeWriter['write'] = async (transaction, report) => {
    const { serviceId, tool, reportId, at, practices } = report;
    const byId = new Map(practices.map(practice => [practice.id, practice]));
    await transaction('practices')
      .where({ service_id: serviceId, tool })
      .delete();
    await insertAll(
      transaction,
      [...byId.values()].map(({ id, title, value, weight, detail, link }) => ({
        service_id: serviceId,
        tool,
        id,
        title,
        value: value ?? null,
        weight,
        detail: detail ?? null,
        link: link ?? null,
        checked_at: at,
        report_id: reportId,
      })),
    );
    await transaction('score_queue')
      .insert({ service_id: serviceId })
      .onConflict('service_id')
      .ignore();
  };
}

async function insertAll(
  transaction: Knex.Transaction,
  rows: object[],
): Promise<void> {
  if (rows.length > 0) {
    await transaction.batchInsert('practices', rows, 500);
  }
}
