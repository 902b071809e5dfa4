import fs from 'node:fs/promises';
import path from 'node:path';
import {
  between,
  createRandom,
  hexDigest,
} from '../../scripts/demo/random.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const CHANGES_PER_DEPLOYMENT = 10;
const FAILING_SHARE = 0.1;
/** How much of it a service has, in turn; one in the middle of it all has a long history. */
const WEIGHTS = [0.5, 0.7, 0.8, 1, 1, 1.1, 1.3, 1.6];
const LONG_HISTORY = 20_000;
const SERVICES_PER_FILE = 50;

/**
 * @typedef {{ services: number, changes: number, incidents: number }} Size - of two years; there is a deployment for every
 *   tenth change.
 * @typedef {{ name: string, index: number, blocks: number }} Service - `blocks` of ten changes and a deployment, in a year.
 */

/** @type {Record<'usual' | 'full', Size>} */
export const sizes = {
  usual: { services: 500, changes: 500_000, incidents: 2_000 },
  full: { services: 5_000, changes: 5_000_000, incidents: 20_000 },
};

/**
 * The services with how much happened in each of them. The first one has a long history.
 *
 * @param {Size} size
 * @returns {Service[]}
 */
export function planServices({ services, changes }) {
  const mean = (changes - LONG_HISTORY) / (services - 1);
  return Array.from({ length: services }, (_, index) => {
    const share =
      index === 0 ? LONG_HISTORY : mean * WEIGHTS[index % WEIGHTS.length];
    return {
      index,
      name: `service-${String(index).padStart(4, '0')}`,
      blocks: Math.max(1, Math.round(share / 2 / CHANGES_PER_DEPLOYMENT)),
    };
  });
}

/**
 * What happened in a service in a year, in order: ten changes, one of them a merge, then a deployment of all of them. The
 * same for the same service, year and end, on every machine.
 *
 * @param {Service} service
 * @param {{ yearsAgo: number, end: number }} year - `yearsAgo: 0` ends at `end`, in epoch milliseconds.
 */
export function* blocksOf(service, { yearsAgo, end }) {
  const { name, blocks } = service;
  const random = createRandom(`${name} ${yearsAgo}`);
  const start = end - (yearsAgo + 1) * YEAR;
  const step = YEAR / blocks;
  // Numbered from a beginning long ago, so that the first change of a year follows the last one of the year before.
  const first = (9 - yearsAgo) * blocks * CHANGES_PER_DEPLOYMENT;
  for (let block = 0; block < blocks; block++) {
    const deployedAt = Math.floor(
      start + block * step + random() * step * 0.98,
    );
    const number = first + block * CHANGES_PER_DEPLOYMENT;
    const waited = between(random, 0.5, 60) * HOUR;
    const commits = [];
    for (let place = 0; place < CHANGES_PER_DEPLOYMENT; place++) {
      const at = Math.floor(deployedAt - waited * (1 - place / 10));
      const reverts =
        place === 2 && block > 0 && random() < FAILING_SHARE
          ? nameOf(name, number - 10 + Math.floor(random() * 7))
          : undefined;
      commits.push({
        sha: nameOf(name, number + place),
        parents: parentsOf(number + place).map(parent => nameOf(name, parent)),
        at,
        kind: reverts ? 'revert' : 'feature',
        reverts,
        pullRequest: number + place,
      });
    }
    yield {
      commits,
      release: {
        tag: `v${first + block}.0.0`,
        sha: commits[CHANGES_PER_DEPLOYMENT - 1].sha,
        at: deployedAt,
      },
    };
  }
}

/** A branch of one change beside the main line, merged with the last change of each ten. */
function parentsOf(number) {
  switch (number % 10) {
    case 8:
      return [number - 2];
    case 9:
      return [number - 2, number - 1];
    default:
      return [number - 1];
  }
}

function nameOf(service, number) {
  return hexDigest(`${service} ${number}`);
}

/**
 * The lines of an import.
 *
 * @param {Iterable<object>} blocks
 * @param {string} [entityRef] - for lines that name their component.
 */
export function linesOf(blocks, entityRef) {
  const lines = [];
  for (const { commits, release } of blocks) {
    for (const { at, sha, parents, kind, reverts, pullRequest } of commits) {
      const instant = new Date(at).toISOString();
      lines.push(
        JSON.stringify({
          entityRef,
          type: 'commit',
          sha,
          parents,
          authoredAt: instant,
          committedAt: instant,
          author: '45c2fac5b6',
          kind,
          reverts,
          pullRequest,
        }),
      );
    }
    lines.push(
      JSON.stringify({
        entityRef,
        type: 'release',
        tag: release.tag,
        sha: release.sha,
        releasedAt: new Date(release.at).toISOString(),
      }),
    );
  }
  return { text: `${lines.join('\n')}\n`, records: lines.length };
}

/** The same as rows of the tables of facts, in COPY's text format. */
function rowsOf(service, blocks, firstPosition) {
  let position = firstPosition;
  let commits = '';
  let releases = '';
  for (const block of blocks) {
    for (const commit of block.commits) {
      const { sha, parents, at, kind, reverts, pullRequest } = commit;
      const instant = new Date(at).toISOString();
      const other = parents[1] ? `{"\\\\\\\\x${parents[1]}"}` : '\\N';
      commits += `${service.index}\t${position}\t\\\\x${sha}\t\\\\x${
        parents[0]
      }\t${other}\t${instant}\t${instant}\t45c2fac5b6\t${kind}\t${
        reverts ?? '\\N'
      }\t${pullRequest}\t2\n`;
      position += 1;
    }
    const { tag, sha, at } = block.release;
    releases += `${service.index}\trelease\t${tag}\t0\t\\\\x${sha}\t${new Date(
      at,
    ).toISOString()}\t2\n`;
  }
  return { commits, releases };
}

/**
 * Writes a year of all services to files: their lines, many services in a file as a company's backfill has them, and all rows
 * for COPY. Made before anything is measured, so that making them costs no measure anything.
 *
 * @param {{ directory: string, services: Service[], yearsAgo: number, end: number }} options
 */
export async function writeYear({ directory, services, yearsAgo, end }) {
  const year = {
    files: [],
    records: 0,
    deployments: 0,
    commitRows: path.join(directory, `commits-${yearsAgo}.copy`),
    releaseRows: path.join(directory, `releases-${yearsAgo}.copy`),
  };
  const commitRows = await fs.open(year.commitRows, 'w');
  const releaseRows = await fs.open(year.releaseRows, 'w');
  for (const [index, service] of services.entries()) {
    const blocks = [...blocksOf(service, { yearsAgo, end })];
    const { text, records } = linesOf(
      blocks,
      `component:default/${service.name}`,
    );
    const number = Math.floor(index / SERVICES_PER_FILE);
    const file = path.join(directory, `lines-${yearsAgo}-${number}.ndjson`);
    await fs.appendFile(file, text);
    if (index % SERVICES_PER_FILE === 0) {
      year.files.push({ file });
    }
    year.records += records;
    year.deployments += blocks.length;
    const rows = rowsOf(service, blocks, yearsAgo * service.blocks * 10);
    await commitRows.write(rows.commits);
    await releaseRows.write(rows.releases);
  }
  await commitRows.close();
  await releaseRows.close();
  return year;
}

/**
 * Incidents of a year, spread over the services. Some name the change that caused them, some begin soon after a deployment,
 * some have nothing to do with any.
 *
 * @param {{ services: Service[], yearsAgo: number, end: number, incidents: number }} options
 */
export function incidentsOf({ services, yearsAgo, end, incidents }) {
  const random = createRandom(`incidents ${yearsAgo}`);
  const start = end - (yearsAgo + 1) * YEAR;
  const known = new Map();
  return Array.from({ length: incidents }, (_, index) => {
    const service = services[index % services.length];
    const blocks = known.get(service) ?? [
      ...blocksOf(service, { yearsAgo, end }),
    ];
    known.set(service, blocks);
    const { release } = blocks[Math.floor(random() * blocks.length)];
    const kind = random();
    const openedAt =
      kind < 0.8
        ? release.at + between(random, 0.1, 3) * HOUR
        : start + random() * YEAR;
    const resolvedAt = Math.min(
      openedAt + between(random, 0.3, 40) * HOUR,
      end,
    );
    return {
      id: `incident-${yearsAgo}-${index}`,
      entityRef: `component:default/${service.name}`,
      title: `Something of ${service.name} did not work`,
      openedAt: new Date(Math.min(openedAt, end - HOUR)).toISOString(),
      resolvedAt: new Date(resolvedAt).toISOString(),
      ...(kind < 0.3 && { causedBy: release.sha }),
    };
  });
}
