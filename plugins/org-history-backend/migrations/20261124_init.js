/*
 * The history of ownership and structure.
 *
 * - `refs` gives every entity reference a number. `canonical_id` is the number of its name of today: its own, unless an
 *   alias leads on.
 * - `edges` are statements with the time during which they held, `[valid_from, valid_to)`; `-infinity` is "when the
 *   history began", `infinity` is "now and on". The two `canonical` columns follow `refs`, so that questions follow
 *   renames without a join; they are written again in the transaction that changes an alias.
 * - `changes` is the feed: whoever replays it has the same edges and aliases. Its rows repeat the edge, so that they stay
 *   readable by themselves.
 * - `poll_state` is one row: what the polls have to remember of each other.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('refs', table => {
    table.integer('id').primary();
    table.specificType('ref', 'text COLLATE "C"').notNullable().unique();
    table.text('kind').notNullable();
    table.integer('canonical_id').notNullable().index();
  });

  await knex.schema.createTable('edges', table => {
    table.integer('from_id').notNullable();
    table.text('kind').notNullable();
    table.integer('to_id').notNullable();
    table.timestamp('valid_from', { useTz: true }).notNullable();
    table.timestamp('valid_to', { useTz: true }).notNullable();
    table.integer('from_canonical').notNullable();
    table.integer('to_canonical').notNullable();
    table.primary(['from_id', 'kind', 'to_id', 'valid_from']);
    table.check('valid_from < valid_to', undefined, 'edges_forward');
  });
  await knex.schema.raw(
    `CREATE UNIQUE INDEX edges_open ON edges (from_id, kind, to_id) WHERE valid_to = 'infinity'`,
  );
  await knex.schema.raw(
    'CREATE INDEX edges_up ON edges (from_canonical, kind) INCLUDE (to_canonical, valid_from, valid_to)',
  );
  await knex.schema.raw(
    'CREATE INDEX edges_down ON edges (to_canonical, kind) INCLUDE (from_canonical, valid_from, valid_to)',
  );

  await knex.schema.createTable('aliases', table => {
    table.integer('old_id').primary();
    table.integer('new_id').notNullable().index();
  });

  await knex.schema.createTable('changes', table => {
    table.bigInteger('sequence').primary();
    table.timestamp('at', { useTz: true }).notNullable();
    table.text('type').notNullable();
    table.integer('from_id').notNullable();
    table.text('kind');
    table.integer('to_id').notNullable();
    table.timestamp('valid_from', { useTz: true });
    table.timestamp('valid_to', { useTz: true });
  });

  await knex.schema.createTable('poll_state', table => {
    table.boolean('one').primary().checkIn(['true']);
    table.timestamp('last_poll_at', { useTz: true });
    table.integer('entities_seen').notNullable().defaultTo(0);
    table.integer('drops_seen').notNullable().defaultTo(0);
  });
  await knex('poll_state').insert({ one: true });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('poll_state');
  await knex.schema.dropTable('changes');
  await knex.schema.dropTable('aliases');
  await knex.schema.dropTable('edges');
  await knex.schema.dropTable('refs');
};
