import type { Knex } from 'knex';
import type { ParsedPractice } from '../parse/ReportSink';

/** Keeps what a report says of practices: a new one replaces what its tool said before. */
export class PracticeWriter {
  static create(): PracticeWriter {
    return new PracticeWriter();
  }

  /** Writes in the transaction of the import, and lets the score be calculated again. */
  async write(
    transaction: Knex.Transaction,
    report: {
      serviceId: number;
      tool: string;
      checkedAt: Date;
      demo: boolean;
      practices: readonly ParsedPractice[];
    },
  ): Promise<void> {
    const { serviceId, tool, checkedAt, demo, practices } = report;
    const byId = new Map(practices.map(practice => [practice.id, practice]));
    await transaction('practices')
      .where({ service_id: serviceId, tool })
      .delete();
    if (byId.size > 0) {
      await transaction('practices').insert(
        [...byId.values()].map(
          ({ id, title, value, weight, detail, link }) => ({
            service_id: serviceId,
            tool,
            id,
            title,
            value: value ?? null,
            weight,
            detail: detail ?? null,
            link: link ?? null,
            checked_at: checkedAt,
            demo,
          }),
        ),
      );
    }
    await transaction('score_queue')
      .insert({ service_id: serviceId })
      .onConflict()
      .ignore();
  }
}
