import type { WidgetDefinition } from '@portal/plugin-widgets-common';
import {
  type Document,
  isMap,
  LineCounter,
  parseAllDocuments,
  type Range,
} from 'yaml';
import { dashboardApiVersion, dashboardKind } from '../model/DashboardEntity';
import type { DashboardProblem } from '../validation/Problem';
import { validateDashboard } from '../validation/validateDashboard';

/** A larger text is no dashboard: it is refused before it is parsed. */
const mostCharacters = 1024 * 1024;
/** A text whose aliases stand for more than this unfolds to a bomb. */
const mostAliases = 100;

/**
 * A problem with its place in the text, counted from 1.
 *
 * @public
 */
export type PlacedProblem = DashboardProblem & { line: number; column: number };

/**
 * What a text of YAML holds.
 *
 * @public
 */
export type ReadDashboards = {
  /** Names of the dashboards in it, good or not. */
  names: string[];
  problems: PlacedProblem[];
};

/**
 * Checks all dashboards in a text of YAML; entities of other kinds are passed over. Never fails, whatever the text is.
 *
 * @public
 */
export function readDashboards(
  text: string,
  options: {
    widgets: readonly WidgetDefinition[];
    environments?: readonly string[];
  },
): ReadDashboards {
  if (text.length > mostCharacters) {
    return unreadable(
      `has ${text.length} characters`,
      `A file of dashboards has at most ${mostCharacters}: split it.`,
    );
  }
  const lines = new LineCounter();
  const read: ReadDashboards = { names: [], problems: [] };
  let documents: Document[];
  try {
    documents = [...parseAllDocuments(text, { lineCounter: lines })];
  } catch (error) {
    return unreadable(String(error), 'Correct the YAML.');
  }
  for (const document of documents) {
    const at = (offset: number) => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    const [error] = document.errors;
    if (error) {
      read.problems.push({
        ...at(error.pos[0]),
        path: 'the file',
        message: error.message.split('\n')[0],
        cure: 'Correct the YAML.',
      });
      continue;
    }
    readDocument(document, options, read, at);
  }
  return read;
}

function readDocument(
  document: Document,
  options: Parameters<typeof readDashboards>[1],
  read: ReadDashboards,
  at: (offset: number) => { line: number; column: number },
): void {
  if (!isMap(document.contents) || document.get('kind') !== dashboardKind) {
    return;
  }
  let entity: Record<string, unknown>;
  try {
    entity = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    read.problems.push({
      line: 1,
      column: 1,
      path: 'the file',
      message: String(error),
      cure: 'Write what the aliases stand for instead.',
    });
    return;
  }
  const name = document.getIn(['metadata', 'name']);
  read.names.push(typeof name === 'string' ? name : 'unnamed');
  for (const problem of [
    ...findHeadProblems(entity, name),
    ...validateDashboard(entity.spec, options),
  ]) {
    read.problems.push({
      ...problem,
      ...at(offsetOf(document, problem.path)),
    });
  }
}

function findHeadProblems(
  entity: Record<string, unknown>,
  name: unknown,
): DashboardProblem[] {
  const problems: DashboardProblem[] = [];
  if (entity.apiVersion !== dashboardApiVersion) {
    problems.push({
      path: 'apiVersion',
      message: `is ${JSON.stringify(entity.apiVersion) ?? 'missing'}`,
      cure: `Write ${dashboardApiVersion}.`,
    });
  }
  if (typeof name !== 'string' || !/^[A-Za-z0-9][\w.-]{0,62}$/.test(name)) {
    problems.push({
      path: 'metadata.name',
      message: `is ${JSON.stringify(name) ?? 'missing'}`,
      cure: 'Write a name of letters, digits, dashes and dots, such as prod1.',
    });
  }
  return problems;
}

/** Where the value of a path begins in the text, or the nearest thing around it that is there. */
function offsetOf(document: Document, path: string): number {
  const keys = path
    .split(/[.[\]]/)
    .filter(Boolean)
    .map(key => (/^\d+$/.test(key) ? Number(key) : key));
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true) as
      | { range?: Range | null }
      | undefined;
    if (node?.range) {
      return node.range[0];
    }
  }
  return document.contents?.range?.[0] ?? 0;
}

function unreadable(message: string, cure: string): ReadDashboards {
  return {
    names: [],
    problems: [{ line: 1, column: 1, path: 'the file', message, cure }],
  };
}
