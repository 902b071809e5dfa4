/*
 * What finding the component of a report, and telling people of those that have none, needs.
 *
 * - `reports.matched` says that `report_entities` has a row. Only reports that wait are looked for by their keys, so
 *   that only they are in that index: most reports never are.
 * - `subject_keys.pending` marks keys for which waiting reports have not been looked for yet. It is set with the key, so
 *   that a process that dies in between loses nothing.
 * - `report_sources` counts what each sender told of an entity. Kept with every write: the pages of an entity ask for it.
 * - `rejections` are the parts of deliveries that were not taken while the rest of them was.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.raw(`
    ALTER TABLE reports ADD COLUMN matched boolean NOT NULL DEFAULT false;
    ALTER TABLE subject_keys ADD COLUMN pending boolean NOT NULL DEFAULT true;
    DROP INDEX reports_subjects;
    CREATE INDEX reports_waiting_subjects ON reports USING gin (subject_keys) WHERE NOT matched;
    CREATE INDEX reports_waiting ON reports (kind, received_at) WHERE NOT matched;
    CREATE INDEX reports_shas ON reports ((report->>'sha')) WHERE kind = 'change';
    CREATE INDEX reports_environments ON reports ((report->>'environment') COLLATE "C")
      WHERE kind IN ('deployment', 'incident');
    CREATE INDEX subject_keys_pending ON subject_keys (key) WHERE pending;
  `);
  await knex.schema.createTable('report_sources', table => {
    table.integer('entity_id').notNullable();
    table.text('source').notNullable();
    table.boolean('demo').notNullable();
    table.integer('deployments').notNullable();
    table.integer('changes').notNullable();
    table.timestamp('last_received_at', { useTz: true }).notNullable();
    table.primary(['entity_id', 'source', 'demo']);
  });
  await knex.schema.createTable('rejections', table => {
    table.bigInteger('delivery').notNullable();
    table.integer('part').notNullable();
    table.text('sender').notNullable();
    table.text('event').notNullable();
    table.text('reason').notNullable();
    table.timestamp('received_at', { useTz: true }).notNullable();
    table.primary(['delivery', 'part']);
    table.index(['received_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('rejections');
  await knex.schema.dropTable('report_sources');
  await knex.schema.raw(`
    DROP INDEX subject_keys_pending;
    DROP INDEX reports_environments;
    DROP INDEX reports_shas;
    DROP INDEX reports_waiting;
    DROP INDEX reports_waiting_subjects;
    CREATE INDEX reports_subjects ON reports USING gin (subject_keys);
    ALTER TABLE subject_keys DROP COLUMN pending;
    ALTER TABLE reports DROP COLUMN matched;
  `);
};
