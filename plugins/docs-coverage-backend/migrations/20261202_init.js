/*
 * What is documented, as the last scan of the catalog found it.
 *
 * - `entities` are those that count by configuration. `scopes` holds everything that an entity belongs to: its owner and the
 *   groups above, its system, its domains, so that every roll-up is one question without recursion. `scan` tells a scan which
 *   rows it has not seen, which it removes at its end and only there.
 * - `sites` are the documentation sites that they name. `version` is that of the site when its links were read: an unchanged
 *   site is not read again.
 * - `broken_links` lead nowhere within a site.
 * - `scans` is the history of scans that came to their end.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('entities', table => {
    table.specificType('entity_ref', 'text COLLATE "C"').primary();
    table.text('title').notNullable();
    table.text('kind').notNullable();
    table.text('type');
    table.text('lifecycle');
    table.text('owner_ref');
    table.text('system_ref');
    table.text('domain_ref');
    table.specificType('scopes', 'text[]').notNullable();
    table.specificType('site_ref', 'text COLLATE "C"').index();
    table.uuid('scan').notNullable();
  });
  await knex.schema.raw(
    'CREATE INDEX entities_scopes ON entities USING gin (scopes)',
  );
  await knex.schema.createTable('sites', table => {
    table.specificType('entity_ref', 'text COLLATE "C"').primary();
    table.text('state').notNullable();
    table.text('version');
    table.timestamp('built_at', { useTz: true });
    table.integer('pages').notNullable().defaultTo(0);
    table.boolean('truncated').notNullable().defaultTo(false);
    table.text('error');
  });
  await knex.schema.createTable('broken_links', table => {
    table.specificType('entity_ref', 'text COLLATE "C"').notNullable();
    table.specificType('page', 'text COLLATE "C"').notNullable();
    table.specificType('target', 'text COLLATE "C"').notNullable();
    table.text('reason').notNullable();
    table.primary(['entity_ref', 'page', 'target']);
    table
      .foreign('entity_ref')
      .references('sites.entity_ref')
      .onDelete('CASCADE');
  });
  await knex.schema.createTable('scans', table => {
    table.uuid('id').primary();
    table.timestamp('finished_at', { useTz: true }).notNullable().index();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['scans', 'broken_links', 'sites', 'entities']) {
    await knex.schema.dropTable(table);
  }
};
