import type {
  Initiative,
  InitiativeInput,
  StatusNote,
} from '@portal/plugin-executive-common';
import type { Knex } from 'knex';
import { OwnedStore, type Owned } from '../owned/OwnedStore';

/** An initiative of a file has what was said of it there. */
export type InitiativeDocument = InitiativeInput & {
  notes?: Array<Omit<StatusNote, 'id'>>;
};

type NoteRow = {
  id: string;
  initiative_id: string;
  at: Date;
  written_by: string;
  state: StatusNote['state'];
  content: string;
};

/** Keeps initiatives and what is said of them. */
export class InitiativeStore {
  readonly #client: Knex;
  readonly items: OwnedStore<InitiativeDocument>;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
    this.items = OwnedStore.create({
      ...options,
      kind: 'initiatives',
      title: 'initiative',
    });
  }

  static create(options: { client: Knex }): InitiativeStore {
    return new InitiativeStore(options);
  }

  /** By name. */
  async list(): Promise<Initiative[]> {
    const [items, notes] = await Promise.all([
      this.items.list(),
      this.#client<NoteRow>('initiative_notes').orderBy('at', 'desc'),
    ]);
    return items
      .map(item =>
        toInitiative(
          item,
          notes.filter(note => note.initiative_id === item.id),
        ),
      )
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  /** Fails with NotFoundError. */
  async get(id: string): Promise<Initiative> {
    const item = await this.items.get(id);
    const notes = await this.#client<NoteRow>('initiative_notes')
      .where({ initiative_id: id })
      .orderBy('at', 'desc');
    return toInitiative(item, notes);
  }

  /** Adds what somebody says of it; of one that a file keeps, too. */
  async addNote(
    id: string,
    note: { state: StatusNote['state']; text: string },
    by: string,
  ): Promise<Initiative> {
    await this.items.get(id);
    await this.#client('initiative_notes').insert({
      initiative_id: id,
      written_by: by,
      state: note.state,
      content: note.text,
    });
    return this.get(id);
  }
}

function toInitiative(
  { demo, document, id, origin, revision }: Owned<InitiativeDocument>,
  rows: readonly NoteRow[],
): Initiative {
  const { notes = [], ...input } = document;
  const said = [
    ...rows.map(row => ({
      id: row.id,
      at: row.at.toISOString(),
      by: row.written_by,
      state: row.state,
      text: row.content,
    })),
    ...notes.map((note, index) => ({ id: `${id}-${index}`, ...note })),
  ];
  return {
    ...input,
    origin,
    revision,
    demo,
    notes: said.sort((one, other) => other.at.localeCompare(one.at)),
  };
}
