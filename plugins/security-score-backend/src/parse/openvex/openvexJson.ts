import { InputError } from '@backstage/errors';
import { listOf, objectOf, textOf, textsOf } from '../json/objectOf';
import { readInstant } from '../readInstant';
import type { JsonReportReader } from '../ReportReader';
import type { ParsedStatement, ReportSink } from '../ReportSink';

type Thing = Record<string, unknown>;

const states = [
  'not_affected',
  'affected',
  'fixed',
  'under_investigation',
] as const;
const knownName = /\b(?:CVE-\d{4}-\d{4,10}|GHSA(?:-[0-9a-z]{4}){3})\b/i;
/** What a service is shipped as, so that a statement about one is about all of it. */
const shipped = /^pkg:(?:oci|docker|generic|github|gitlab|bitbucket)\//i;

function readDocument(rest: unknown, sink: ReportSink): void {
  const document = objectOf(rest);
  if (!Array.isArray(document.statements)) {
    throw new InputError('The OpenVEX document has no statements');
  }
  const made = textOf(document.last_updated) ?? textOf(document.timestamp);
  const taken: Array<{ at: string; statement: ParsedStatement }> = [];
  for (const [index, value] of listOf(document.statements).entries()) {
    const entry = objectOf(value);
    const statement = statementOf(entry);
    if (typeof statement === 'string') {
      sink.reject(`statements[${index}]`, statement);
      continue;
    }
    const at = entry.last_updated ?? entry.timestamp ?? document.timestamp;
    taken.push({ at: readInstant(at) ?? '', statement });
  }
  // Each one overrides what was said before it, and the last to be told is the one that holds.
  taken
    .sort((one, other) => Number(one.at > other.at) - Number(one.at < other.at))
    .forEach(({ statement }) => sink.statement(statement));
  sink.head({ scannedAt: readInstant(made), tellsFindings: false });
}

/** A statement, or why it is none. */
function statementOf(entry: Thing): ParsedStatement | string {
  const names = namesOf(entry.vulnerability);
  if (!names) {
    return 'It names no vulnerability';
  }
  const status = states.find(state => state === entry.status);
  if (!status) {
    return `Its status is none of ${states.join(', ')}`;
  }
  return {
    ...names,
    status,
    packages: packagesOf(entry),
    justification: textOf(entry.justification),
    detail: [entry.impact_statement, entry.action_statement, entry.status_notes]
      .map(textOf)
      .filter(Boolean)
      .join('\n\n'),
  };
}

/** A text until version 0.0.1 of the specification, an object since. */
function namesOf(
  value: unknown,
): Pick<ParsedStatement, 'vulnerability' | 'aliases'> | undefined {
  const entry = objectOf(value);
  const id = textOf(entry['@id']);
  const name =
    textOf(value) ??
    textOf(entry.name) ??
    (id && (knownName.exec(id.slice(0, 1000))?.[0] ?? id));
  return name
    ? { vulnerability: name, aliases: textsOf(entry.aliases) }
    : undefined;
}

/**
 * The components it is about; undefined where one of the products it is about is a service as a whole, which is not looked up: whose
 * service it is was said when the document was sent.
 */
function packagesOf(entry: Thing): string[] | undefined {
  const shared = listOf(entry.subcomponents).flatMap(nameOf);
  if (shared.length > 0) {
    return shared;
  }
  const packages: string[] = [];
  for (const product of listOf(entry.products)) {
    const parts = listOf(objectOf(product).subcomponents).flatMap(nameOf);
    const [own] = nameOf(product);
    if (parts.length > 0) {
      packages.push(...parts);
    } else if (own?.startsWith('pkg:') && !shipped.test(own)) {
      packages.push(own);
    } else {
      return undefined;
    }
  }
  return packages.length > 0 ? packages : undefined;
}

function nameOf(value: unknown): string[] {
  const entry = objectOf(value);
  const name =
    textOf(objectOf(entry.identifiers).purl) ??
    textOf(entry['@id']) ??
    textOf(value);
  return name === undefined ? [] : [name];
}

/** A document of OpenVEX, as vexctl and govulncheck write it. */
export const openvexJson: JsonReportReader = {
  format: 'openvex-json',
  recognise: ({ keys, scalars, isArray }) =>
    !isArray &&
    ((typeof scalars['@context'] === 'string' &&
      scalars['@context'].startsWith('https://openvex.dev/ns')) ||
      (keys.includes('@context') &&
        keys.includes('statements') &&
        keys.includes('author'))),
  streams: [],
  open: sink => ({ element: () => {}, end: rest => readDocument(rest, sink) }),
};
