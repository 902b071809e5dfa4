/*
 * The kind of a report beside whose it is. It never changes, and an entity's deployments, incidents or pull requests are found
 * without a look at all that was ever reported of it: mostly changes.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.raw(`
    ALTER TABLE report_entities ADD COLUMN kind text;
    UPDATE report_entities e SET kind = r.kind FROM reports r WHERE r.number = e.report_number;
    ALTER TABLE report_entities ALTER COLUMN kind SET NOT NULL;
    CREATE INDEX report_entities_kinds ON report_entities (entity_id, kind, report_number);
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.raw(`
    DROP INDEX report_entities_kinds;
    ALTER TABLE report_entities DROP COLUMN kind;
  `);
};
