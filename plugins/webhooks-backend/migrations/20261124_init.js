/*
 * The inbox of webhooks.
 *
 * - `deliveries.id` grows in the order of commits: the trigger lets one transaction at a time write, from before it takes
 *   its first id until it has committed. A reader that has seen an id has seen every smaller one, so a cursor never skips
 *   a delivery that commits late. Writers put many deliveries into one transaction, so that waiting costs little.
 *   `received_at` is taken behind the same lock and grows with `id`.
 * - `body` is text, not jsonb: what was sent is kept to the character, and writing it costs no parsing.
 * - A consumer has read everything up to `cursor`; what it failed on is in `failures`, either to be tried again at
 *   `next_try_at` or, where that is null, as a dead letter. `generation` changes with a rewind, so that a page that was
 *   handed out before it can't move the cursor.
 * - The foreign key keeps retention from deleting what failed.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('deliveries', table => {
    table.bigIncrements('id');
    table.text('sender').notNullable();
    table.text('delivery_key').notNullable();
    table.text('event').notNullable();
    table.timestamp('occurred_at', { useTz: true });
    table
      .timestamp('received_at', { useTz: true })
      .notNullable()
      .defaultTo(knex.raw('clock_timestamp()'));
    table.jsonb('headers').notNullable();
    table.text('body').notNullable();
    table.unique(['sender', 'delivery_key']);
    table.index(['received_at']);
  });
  await knex.schema.raw(`
    CREATE FUNCTION deliveries_one_writer() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(20261124, TG_RELID::integer);
      RETURN NULL;
    END
    $$`);
  await knex.schema.raw(`
    CREATE TRIGGER deliveries_one_writer BEFORE INSERT ON deliveries
    FOR EACH STATEMENT EXECUTE FUNCTION deliveries_one_writer()`);

  await knex.schema.createTable('consumers', table => {
    table.text('name').primary();
    table.specificType('senders', 'text[]').notNullable();
    table.bigInteger('cursor').notNullable().defaultTo(0);
    table.integer('generation').notNullable().defaultTo(0);
    table.text('instance');
    table.timestamp('lease_until', { useTz: true }).notNullable();
    table.timestamp('last_seen_at', { useTz: true }).notNullable();
  });

  await knex.schema.createTable('failures', table => {
    table.bigIncrements('id');
    table
      .text('consumer')
      .notNullable()
      .references('consumers.name')
      .onDelete('CASCADE');
    table.bigInteger('delivery_id').notNullable().references('deliveries.id');
    table.integer('attempts').notNullable();
    table.text('error').notNullable();
    table.timestamp('failed_at', { useTz: true }).notNullable();
    table.timestamp('next_try_at', { useTz: true });
    table.unique(['consumer', 'delivery_id']);
    table.index(['delivery_id']);
  });
  await knex.schema.raw(
    'CREATE INDEX failures_dead ON failures (id) WHERE next_try_at IS NULL',
  );
  await knex.schema.raw(
    'CREATE INDEX failures_retrying ON failures (consumer, next_try_at) WHERE next_try_at IS NOT NULL',
  );

  await knex.schema.createTable('sender_counts', table => {
    table.text('sender').notNullable();
    table.text('event').notNullable();
    table.text('outcome').notNullable();
    table.bigInteger('count').notNullable();
    table.timestamp('last_at', { useTz: true }).notNullable();
    table.primary(['sender', 'event', 'outcome']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('sender_counts');
  await knex.schema.dropTable('failures');
  await knex.schema.dropTable('consumers');
  await knex.schema.dropTable('deliveries');
  await knex.schema.raw('DROP FUNCTION deliveries_one_writer()');
};
