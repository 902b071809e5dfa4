/*
 * What people write down in the portfolio.
 *
 * - `owned_items` has initiatives, items of debt, declared values and rates of people, as documents that were checked when they came
 *   in. `origin` says who keeps an item: people in the portal, a file (`location`), or a rule. `revision` rises with every change, so
 *   that nobody overwrites what they have not read.
 * - `owned_changes` is their history; it outlives them.
 * - `initiative_notes` and `time_decisions` are only ever added to: what was said stays said.
 * - `nodes.runtimes` is what a component says that it runs on.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE owned_items (
      kind text NOT NULL,
      id text COLLATE "C" NOT NULL,
      document jsonb NOT NULL,
      origin text NOT NULL CHECK (origin IN ('portal', 'file', 'rule')),
      location text,
      demo boolean NOT NULL DEFAULT false,
      revision integer NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (kind, id),
      CHECK ((origin = 'file') = (location IS NOT NULL))
    );

    CREATE TABLE owned_changes (
      number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      kind text NOT NULL,
      id text COLLATE "C" NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      changed_by text NOT NULL,
      action text NOT NULL CHECK (action IN ('created', 'changed', 'deleted')),
      before jsonb,
      after jsonb
    );
    CREATE INDEX owned_changes_item ON owned_changes (kind, id, number DESC);

    CREATE TABLE initiative_notes (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      initiative_id text COLLATE "C" NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      written_by text NOT NULL,
      state text NOT NULL,
      content text NOT NULL
    );
    CREATE INDEX initiative_notes_initiative ON initiative_notes (initiative_id, at DESC);

    CREATE TABLE time_decisions (
      number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      entity_ref text COLLATE "C" NOT NULL,
      advice text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      decided_by text NOT NULL,
      reason text NOT NULL
    );
    CREATE INDEX time_decisions_entity ON time_decisions (entity_ref, number DESC);

    ALTER TABLE nodes ADD COLUMN runtimes text;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    ALTER TABLE nodes DROP COLUMN runtimes;
    DROP TABLE time_decisions, initiative_notes, owned_changes, owned_items;
  `);
};
