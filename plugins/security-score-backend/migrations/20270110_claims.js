/**
 * Scores that somebody is calculating. They leave the queue at once: were its rows held until a batch has ended, a report that wants
 * its service calculated again would wait for a batch that waits for the findings of the report.
 *
 * A claim whose holder died is taken over by another.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE score_claims (
      service_id integer PRIMARY KEY REFERENCES services (id) ON DELETE CASCADE,
      claim uuid NOT NULL,
      claimed_at timestamptz NOT NULL DEFAULT now()
    )`);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    INSERT INTO score_queue (service_id) SELECT service_id FROM score_claims ON CONFLICT DO NOTHING;
    DROP TABLE score_claims`);
};
