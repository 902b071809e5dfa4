/*
 * Which transaction last made the windows of an entity, so that a process that keeps windows in its memory asks only for those
 * that changed. An entity whose windows are gone keeps its row, or nobody would hear of that.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.raw(`
    CREATE TABLE window_changes (entity_id integer PRIMARY KEY, changed_in xid8 NOT NULL);
    CREATE INDEX window_changes_changed_in ON window_changes (changed_in);
    INSERT INTO window_changes (entity_id, changed_in)
      SELECT DISTINCT entity_id, pg_current_xact_id() FROM entity_windows;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('window_changes');
};
