import type { ExportedFinding } from './readFindingRows';

const columns: Array<
  [name: string, valueOf: (finding: ExportedFinding) => unknown]
> = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['name', ({ name }) => name],
  ['aliases', ({ aliases }) => aliases.join(' ')],
  ['title', ({ title }) => title],
  ['severity', ({ severity }) => severity],
  ['cvss', ({ cvssScore }) => cvssScore],
  ['state', ({ state }) => state],
  ['triage', ({ triage }) => triage],
  ['reason', ({ reason }) => reason],
  ['assignee', ({ assignee }) => assignee],
  ['package', ({ packageName }) => packageName],
  ['version', ({ packageVersion }) => packageVersion],
  ['purl', ({ purl }) => purl],
  ['fixed in', ({ fixVersions }) => fixVersions.join(' ')],
  ['path', ({ path }) => path],
  ['line', ({ line }) => line],
  ['tools', ({ tools }) => tools.join(' ')],
  ['first seen', ({ firstSeen }) => firstSeen],
  ['last seen', ({ lastSeen }) => lastSeen],
  ['due', ({ dueAt }) => dueAt],
  ['fixed', ({ fixedAt }) => fixedAt],
  ['accepted until', ({ acceptedUntil }) => acceptedUntil],
];

/** Findings as comma-separated values (RFC 4180), a line each. */
export async function* writeCsv(
  pages: AsyncIterable<ExportedFinding[]>,
): AsyncGenerator<string> {
  // The mark tells spreadsheets that it is UTF-8.
  yield `\uFEFF${columns.map(([name]) => cell(name)).join(',')}\r\n`;
  for await (const page of pages) {
    yield page
      .map(
        finding =>
          `${columns
            .map(([, valueOf]) => cell(valueOf(finding)))
            .join(',')}\r\n`,
      )
      .join('');
  }
}

function cell(value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  const text = value instanceof Date ? value.toISOString() : String(value);
  // A spreadsheet would run what looks like a formula, and titles come from scanned code.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
