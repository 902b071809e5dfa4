/*
 * Checks, what they found, and what follows from it.
 *
 * - `hours` has one bit a minute (bit 0 is the first minute) for each state. Writing a result sets bits, so that results may
 *   come twice and in any order. Where a minute has several states the worst counts; what was under maintenance does not.
 *   `checked` has the minutes in which somebody looked.
 * - `days` has the seconds of complete days, made from the hours. A day that changes afterwards is listed in `stale_days`.
 * - `results` has the single results of two days. A partition a day: the end of retention is the drop of a table.
 * - `next_at` is when a probe is due, and its lease: who takes it moves it on. It is null where an external checker reports.
 * - Hours are updated every minute: room in the pages keeps those updates cheap.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('checks', table => {
    table.bigIncrements('id');
    table.text('entity_ref').notNullable();
    table.text('environment').notNullable();
    table.text('name').notNullable();
    table.jsonb('settings');
    table.text('state').notNullable().defaultTo('unknown');
    table.text('reason');
    table.timestamp('since', { useTz: true });
    table.timestamp('checked_at', { useTz: true });
    table.integer('latency');
    table.integer('minutes').notNullable().defaultTo(1);
    table.specificType('recent', 'text[]').notNullable().defaultTo('{}');
    table.timestamp('next_at', { useTz: true });
    table.boolean('active').notNullable().defaultTo(true);
    table.boolean('demo').notNullable().defaultTo(false);
    table.unique(['entity_ref', 'environment', 'name']);
  });
  await knex.schema.raw(
    'CREATE INDEX checks_due ON checks (next_at) WHERE next_at IS NOT NULL',
  );
  await knex.schema.createTable('entities', table => {
    table.text('entity_ref').primary();
    table.double('objective');
    table.specificType('problems', 'text[]').notNullable().defaultTo('{}');
  });
  await knex.schema.raw(`
    CREATE TABLE hours (
      check_id bigint NOT NULL REFERENCES checks ON DELETE CASCADE,
      hour timestamptz NOT NULL,
      up bigint NOT NULL,
      degraded bigint NOT NULL,
      down bigint NOT NULL,
      maintenance bigint NOT NULL,
      checked bigint NOT NULL,
      latency_sum bigint NOT NULL DEFAULT 0,
      latency_count integer NOT NULL DEFAULT 0,
      PRIMARY KEY (check_id, hour)
    ) WITH (fillfactor = 70)`);
  await knex.schema.raw('CREATE INDEX hours_hour ON hours (hour)');
  await knex.schema.raw(`
    CREATE TABLE days (
      check_id bigint NOT NULL REFERENCES checks ON DELETE CASCADE,
      day date NOT NULL,
      up integer NOT NULL,
      degraded integer NOT NULL,
      down integer NOT NULL,
      maintenance integer NOT NULL,
      checks integer NOT NULL,
      latency_sum bigint NOT NULL,
      latency_count integer NOT NULL,
      published boolean NOT NULL DEFAULT false,
      PRIMARY KEY (check_id, day)
    )`);
  await knex.schema.raw(
    'CREATE INDEX days_unpublished ON days (day) WHERE NOT published',
  );
  await knex.schema.raw(`
    CREATE TABLE stale_days (
      check_id bigint NOT NULL REFERENCES checks ON DELETE CASCADE,
      day date NOT NULL,
      PRIMARY KEY (check_id, day)
    )`);
  await knex.schema.raw(`
    CREATE TABLE results (
      check_id bigint NOT NULL,
      minute timestamptz NOT NULL,
      state text NOT NULL,
      latency integer,
      reason text,
      PRIMARY KEY (check_id, minute)
    ) PARTITION BY RANGE (minute)`);
  await knex.schema.createTable('changes', table => {
    table.bigIncrements('id');
    table
      .bigInteger('check_id')
      .notNullable()
      .references('checks.id')
      .onDelete('CASCADE');
    table.timestamp('at', { useTz: true }).notNullable();
    table.text('from_state').notNullable();
    table.text('to_state').notNullable();
    table.text('reason');
    table.boolean('told').notNullable();
    table.index(['check_id', 'at']);
  });
  await knex.schema.raw(
    'CREATE INDEX changes_untold ON changes (id) WHERE NOT told',
  );
  await knex.schema.createTable('maintenance', table => {
    table.bigIncrements('id');
    table.text('entity_ref').notNullable();
    table.text('environment');
    table.timestamp('from_at', { useTz: true }).notNullable();
    table.timestamp('to_at', { useTz: true }).notNullable();
    table.text('reason').notNullable();
    table.text('created_by').notNullable();
    table.index(['to_at']);
    table.index(['entity_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'maintenance',
    'changes',
    'results',
    'stale_days',
    'days',
    'hours',
    'entities',
    'checks',
  ]) {
    await knex.schema.dropTable(table);
  }
};
