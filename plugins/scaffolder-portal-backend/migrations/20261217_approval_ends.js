/*
 * Approvals that nobody decides end by themselves. `expires_at` is kept with each, so that a change of the configuration counts for those
 * that are asked for after it; those that are open now have two weeks. That one has expired follows from the time and is written nowhere;
 * when its requester was told is. `status` may also be `withdrawn`, by who asked: `decided_by` and `decided_at` say who and when.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('approvals', table => {
    table
      .timestamp('expires_at', { useTz: true })
      .notNullable()
      .defaultTo(knex.raw("now() + interval '14 days'"));
    table.timestamp('expiry_told_at', { useTz: true });
    table.index(['expires_at'], 'approvals_untold', {
      predicate: knex.whereRaw("status = 'pending' AND expiry_told_at IS NULL"),
    });
  });
  // From now on each says until when.
  await knex.raw('ALTER TABLE approvals ALTER COLUMN expires_at DROP DEFAULT');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // What did not know of withdrawal knows of a no.
  await knex('approvals')
    .where({ status: 'withdrawn' })
    .update({ status: 'rejected' });
  await knex.schema.alterTable('approvals', table => {
    table.dropIndex(['expires_at'], 'approvals_untold');
    table.dropColumn('expires_at');
    table.dropColumn('expiry_told_at');
  });
};
