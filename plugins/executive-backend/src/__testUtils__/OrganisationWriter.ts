import type { OrgEdgeKind } from '@portal/plugin-org-history-common';
import type { Knex } from 'knex';

/** A statement and when it held; instants as ISO 8601, absent: since ever, and on. */
export type WrittenEdge = {
  from: string;
  kind: OrgEdgeKind;
  to: string;
  since?: string;
  until?: string;
};

const schema = 'org-history';

/** Writes a history of ownership as the catalog would have left it: also circles, and moves of the past. */
export class OrganisationWriter {
  readonly #knex: Knex;
  readonly #ids = new Map<string, number>();
  #sequence = 0;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Begins a new history in the place of what is there. */
  static async create(knex: Knex): Promise<OrganisationWriter> {
    await knex.raw(
      `TRUNCATE "${schema}".refs, "${schema}".edges, "${schema}".changes, "${schema}".aliases`,
    );
    return new OrganisationWriter(knex);
  }

  /** The sequence of the last change. */
  get sequence(): number {
    return this.#sequence;
  }

  async open(edges: readonly WrittenEdge[]): Promise<void> {
    const table = (name: string) => this.#knex.withSchema(schema).table(name);
    for (const edge of edges) {
      const from = await this.#id(edge.from);
      const to = await this.#id(edge.to);
      const row = {
        from_id: from,
        kind: edge.kind,
        to_id: to,
        valid_from: edge.since ?? '-infinity',
        valid_to: edge.until ?? 'infinity',
      };
      await table('edges').insert({
        ...row,
        from_canonical: from,
        to_canonical: to,
      });
      await table('changes').insert({
        ...row,
        sequence: ++this.#sequence,
        at: new Date(),
        type: 'edge-opened',
      });
    }
  }

  /** Ends what holds of an entity. */
  async close(from: string, kind: OrgEdgeKind, at: string): Promise<void> {
    const id = await this.#id(from);
    const ended = await this.#knex
      .withSchema(schema)
      .table('edges')
      .where({ from_id: id, kind, valid_to: 'infinity' })
      .update({ valid_to: at })
      .returning('*');
    for (const { from_canonical, to_canonical, ...edge } of ended) {
      await this.#knex
        .withSchema(schema)
        .table('changes')
        .insert({
          ...edge,
          valid_from: this.#knex.raw('?::timestamptz', [
            edge.valid_from instanceof Date
              ? edge.valid_from.toISOString()
              : '-infinity',
          ]),
          valid_to: at,
          sequence: ++this.#sequence,
          at: new Date(),
          type: 'edge-closed',
        });
    }
  }

  async #id(ref: string): Promise<number> {
    const known = this.#ids.get(ref);
    if (known !== undefined) {
      return known;
    }
    const id = this.#ids.size + 1;
    this.#ids.set(ref, id);
    await this.#knex
      .withSchema(schema)
      .table('refs')
      .insert({
        id,
        ref,
        kind: ref.slice(0, Math.max(0, ref.indexOf(':'))) || ref,
        canonical_id: id,
      });
    return id;
  }
}
