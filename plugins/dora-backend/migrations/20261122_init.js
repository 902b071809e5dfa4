/*
 * The first schema of the delivery facts.
 *
 * Facts are `commits`, `releases` and `repositories`; `deployments` and `changes` are derived from them in the
 * transaction that brings facts, so that every read is a read of small rows.
 *
 * - `provenance` holds the bits git = 1, import = 2, demo = 4. A fact that came in several ways is one row with
 *   several bits; it goes when its last bit goes, and it is a demo fact only while 4 is its only bit.
 * - `position` numbers the commits of an entity densely, so that millions fit in integer arrays during attribution.
 * - Object names are `bytea`: half the size of text, and an abbreviated name is a range of the unique index.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('entities', table => {
    table.increments('id');
    table.text('entity_ref').notNullable().unique();
  });

  await knex.schema.createTable('commits', table => {
    table.integer('entity_id').notNullable();
    table.integer('position').notNullable();
    table.binary('sha').notNullable();
    table.binary('first_parent');
    table.specificType('other_parents', 'bytea[]');
    table.timestamp('authored_at', { useTz: true }).notNullable();
    table.timestamp('committed_at', { useTz: true }).notNullable();
    table.text('author');
    table.text('kind');
    table.text('reverts');
    table.bigInteger('pull_request');
    table.specificType('provenance', 'smallint').notNullable();
    table.primary(['entity_id', 'position']);
    table.unique(['entity_id', 'sha']);
  });
  await knex.schema.raw(
    'CREATE INDEX commits_reverting ON commits (entity_id) WHERE reverts IS NOT NULL',
  );

  await knex.schema.createTable('releases', table => {
    table.integer('entity_id').notNullable();
    table.text('kind').notNullable();
    table.specificType('tag', 'text COLLATE "C"').notNullable();
    table.bigInteger('number').notNullable();
    table.binary('sha').notNullable();
    table.timestamp('released_at', { useTz: true }).notNullable();
    table.specificType('provenance', 'smallint').notNullable();
    table.primary(['entity_id', 'sha', 'kind', 'released_at', 'number', 'tag']);
  });

  await knex.schema.createTable('repositories', table => {
    table.integer('entity_id').notNullable();
    table.specificType('repository', 'text COLLATE "C"').notNullable();
    table.binary('head').notNullable();
    table.bigInteger('tags').notNullable();
    table.specificType('provenance', 'smallint').notNullable();
    table.primary(['entity_id', 'repository', 'head', 'tags']);
  });

  await knex.schema.createTable('deployments', table => {
    table.integer('entity_id').notNullable();
    table.integer('commit_position').notNullable();
    table.integer('ordinal').notNullable();
    table.timestamp('deployed_at', { useTz: true }).notNullable();
    table.binary('sha').notNullable();
    table.text('tag');
    table.boolean('mainline').notNullable();
    table.integer('changes').notNullable();
    table.integer('recovered_by');
    table.bigInteger('recovery_ms');
    table.boolean('rework').notNullable();
    table.boolean('demo').notNullable();
    table.primary(['entity_id', 'commit_position']);
    table.index(['entity_id', 'deployed_at', 'ordinal']);
  });

  await knex.schema.createTable('changes', table => {
    table.integer('entity_id').notNullable();
    table.integer('commit_position').notNullable();
    table.integer('deployment_position').notNullable();
    table.bigInteger('lead_ms');
    table.primary(['entity_id', 'commit_position']);
    table.index(['entity_id', 'deployment_position', 'lead_ms']);
  });

  await knex.schema.createTable('source_status', table => {
    table.integer('entity_id').notNullable();
    table.specificType('provenance', 'smallint').notNullable();
    table.text('location');
    table.text('head');
    table.timestamp('last_success_at', { useTz: true });
    table.timestamp('failing_since', { useTz: true });
    table.text('error');
    table.bigInteger('commits').notNullable().defaultTo(0);
    table.bigInteger('releases').notNullable().defaultTo(0);
    table.primary(['entity_id', 'provenance']);
  });

  await knex.schema.createTable('settings', table => {
    table.text('key').primary();
    table.text('value').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('settings');
  await knex.schema.dropTable('source_status');
  await knex.schema.dropTable('changes');
  await knex.schema.dropTable('deployments');
  await knex.schema.dropTable('repositories');
  await knex.schema.dropTable('releases');
  await knex.schema.dropTable('commits');
  await knex.schema.dropTable('entities');
};
