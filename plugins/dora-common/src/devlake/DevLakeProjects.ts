import { InputError } from '@backstage/errors';
import type { DevLakeTable } from './DevLakeTable';

/**
 * What belongs to which project: DevLake's `project_mapping`.
 *
 * @public
 */
export class DevLakeProjects {
  static readonly columns = ['project_name', 'table', 'row_id'] as const;

  /**
   * @param only - Leaves out all other projects.
   * @throws InputError where the table does not know the project.
   */
  static create(mapping: DevLakeTable, only?: string): DevLakeProjects {
    const projects = new Map<string, Map<string, Set<string>>>();
    for (const row of mapping.rows) {
      const tables = entryOf(
        projects,
        row.key('project_name'),
        () => new Map(),
      );
      const ids = entryOf(tables, row.key('table'), () => new Set<string>());
      ids.add(row.key('row_id'));
    }
    if (only === undefined) {
      return new DevLakeProjects(projects);
    }
    const tables = projects.get(only);
    if (!tables) {
      throw new InputError(
        `${mapping.file}: there is no project '${only}'. It knows: ${[
          ...projects.keys(),
        ].join(', ')}.`,
      );
    }
    return new DevLakeProjects(new Map([[only, tables]]));
  }

  private readonly everything = new Map<string, Set<string>>();

  private constructor(
    private readonly projects: ReadonlyMap<
      string,
      ReadonlyMap<string, ReadonlySet<string>>
    >,
  ) {
    for (const [table, ids] of [...projects.values()].flatMap(tables => [
      ...tables,
    ])) {
      const all = entryOf(this.everything, table, () => new Set<string>());
      ids.forEach(id => all.add(id));
    }
  }

  get names(): string[] {
    return [...this.projects.keys()];
  }

  has(project: string, table: string, rowId: string | undefined): boolean {
    return (
      rowId !== undefined &&
      this.projects.get(project)?.get(table)?.has(rowId) === true
    );
  }

  hasAnywhere(table: string, rowId: string | undefined): boolean {
    return (
      rowId !== undefined && this.everything.get(table)?.has(rowId) === true
    );
  }
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = make();
  map.set(key, made);
  return made;
}
