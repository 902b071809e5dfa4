/*
 * What tools report of deployments, changes, pull requests and incidents, and what follows from it.
 *
 * - `reports` holds one row for each thing that was reported, merged from everything that was said of it. `number` is
 *   its short name in derived rows. `subject_keys` are the ways in which its component may be found.
 * - `report_entities` says whose it is: a repository that several components name reports for each of them. A report
 *   without a row here waits on the triage page.
 * - `subject_keys` is what the catalog's components call themselves by annotations, as of the last look.
 * - `derivations` lists the entities whose derived rows have to be made again.
 * - `place` of a deployment is the position of its commit where a release made it one, else minus the number of the
 *   report that told of it; a commit may be deployed any number of times.
 * - `deployments.environment` is the name of the catalog's environment; null where a release made it a deployment.
 * - `entity_days` are the parts that add up, by the UTC day; one that is not `published` differs from what the metric store
 *   was told, so that a row that came to nothing stays. `total_days` is their sum over all entities, kept with
 *   them, so that a page of the whole company reads a row a day.
 * - `entity_windows` holds what does not add up, for the named windows that end at the start of `ends_on`, in all
 *   environments together ('') and in each; `stale_windows` lists the entities whose windows have to be made again.
 */

const figures = table => {
  table.integer('deployments').notNullable();
  table.integer('failed').notNullable();
  table.integer('reworks').notNullable();
};

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('reports', table => {
    table.increments('number', { primaryKey: false }).unique();
    table.text('kind').notNullable();
    table.specificType('id', 'text COLLATE "C"').notNullable();
    table.jsonb('report').notNullable();
    table.specificType('subject_keys', 'text[]').notNullable();
    table.specificType('provenance', 'smallint').notNullable();
    table.timestamp('received_at', { useTz: true }).notNullable();
    table.primary(['kind', 'id']);
  });
  await knex.schema.raw(
    'CREATE INDEX reports_subjects ON reports USING gin (subject_keys)',
  );
  await knex.schema.createTable('report_entities', table => {
    table.integer('entity_id').notNullable();
    table.integer('report_number').notNullable().index();
    table.primary(['entity_id', 'report_number']);
  });
  await knex.schema.createTable('subject_keys', table => {
    table.specificType('key', 'text COLLATE "C"').notNullable();
    table.integer('entity_id').notNullable().index();
    table.primary(['key', 'entity_id']);
  });
  await knex.schema.createTable('derivations', table => {
    table.integer('entity_id').primary();
    table.timestamp('requested_at', { useTz: true }).notNullable();
  });
  await knex.schema.createTable('unattributed', table => {
    table.integer('entity_id').notNullable();
    table.integer('report_number').notNullable();
    table.text('reason').notNullable();
    table.timestamp('at', { useTz: true }).notNullable();
    table.primary(['entity_id', 'report_number']);
    table.index(['at']);
  });

  await knex.schema.raw(`
    ALTER TABLE deployments RENAME COLUMN commit_position TO place;
    ALTER TABLE deployments
      ALTER COLUMN sha DROP NOT NULL,
      ADD COLUMN environment text,
      ADD COLUMN url text,
      ADD COLUMN failed boolean NOT NULL DEFAULT false,
      ADD COLUMN reasons jsonb,
      ADD COLUMN recovery_report integer;
    UPDATE deployments SET failed = recovered_by IS NOT NULL;
    ALTER TABLE deployments ALTER COLUMN failed DROP DEFAULT;
    ALTER TABLE changes RENAME COLUMN deployment_position TO deployment_place;
  `);

  await knex.schema.createTable('entity_days', table => {
    table.integer('entity_id').notNullable();
    table.date('day').notNullable();
    table.text('environment').notNullable();
    figures(table);
    table.boolean('published').notNullable().defaultTo(false);
    table.primary(['entity_id', 'day', 'environment']);
  });
  await knex.schema.raw(
    'CREATE INDEX entity_days_unpublished ON entity_days (day) WHERE NOT published',
  );
  await knex.schema.createTable('total_days', table => {
    table.date('day').notNullable();
    table.text('environment').notNullable();
    figures(table);
    table.primary(['day', 'environment']);
  });
  await knex.schema.createTable('entity_windows', table => {
    table.date('ends_on').notNullable();
    table.specificType('days', 'smallint').notNullable();
    table.text('environment').notNullable();
    table.integer('entity_id').notNullable();
    figures(table);
    table.integer('mainline').notNullable();
    table.specificType('days_per_week', 'real');
    for (const name of ['lead', 'recovery']) {
      table.integer(`${name}_count`).notNullable();
      table.double(`${name}_p50`);
      table.double(`${name}_p75`);
      table.double(`${name}_p90`);
    }
    table.primary(['ends_on', 'days', 'environment', 'entity_id']);
    table.index(['entity_id']);
  });
  await knex.schema.createTable('stale_windows', table => {
    table.integer('entity_id').primary();
  });
  // What was there before has no days, windows or reasons yet.
  await knex.schema.raw(
    'INSERT INTO derivations (entity_id, requested_at) SELECT id, now() FROM entities',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('stale_windows');
  await knex.schema.dropTable('entity_windows');
  await knex.schema.dropTable('total_days');
  await knex.schema.dropTable('entity_days');
  await knex.schema.raw(`
    ALTER TABLE changes RENAME COLUMN deployment_place TO deployment_position;
    DELETE FROM changes WHERE deployment_position < 0;
    DELETE FROM deployments WHERE place < 0;
    UPDATE deployments SET recovered_by = NULL, recovery_ms = NULL WHERE recovered_by < 0;
    ALTER TABLE deployments
      DROP COLUMN recovery_report,
      DROP COLUMN reasons,
      DROP COLUMN failed,
      DROP COLUMN url,
      DROP COLUMN environment,
      ALTER COLUMN sha SET NOT NULL;
    ALTER TABLE deployments RENAME COLUMN place TO commit_position;
  `);
  await knex.schema.dropTable('unattributed');
  await knex.schema.dropTable('derivations');
  await knex.schema.dropTable('subject_keys');
  await knex.schema.dropTable('report_entities');
  await knex.schema.dropTable('reports');
};
