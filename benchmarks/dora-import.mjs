import { createGzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import { backendProcess, residentMiB } from './support/backendMemory.mjs';
import { startScratchPortal } from '../scripts/testing/scratchPortal.mjs';
import { setTimeout as sleep } from 'node:timers/promises';

const MEMORY_GOAL_MIB = 300;
const FULL_BYTES = 2 * 1024 ** 3;
const DEFAULT_BYTES = 256 * 1024 ** 2;
const COMMITS_PER_RELEASE = 50;

/**
 * One bulk import of a generated delivery history: how fast it goes and how much memory the backend takes for it above its
 * idle. 256 MiB by default, 2 GiB with `--full`.
 */
export async function run({ full, report }) {
  const bytes = full ? FULL_BYTES : DEFAULT_BYTES;
  // Loading the demo organisation would lift what counts as idle.
  const portal = await startScratchPortal({
    env: { APP_CONFIG_portal_demo: 'false' },
    quiet: true,
  });
  try {
    const pid = await backendProcess(portal.port);
    await settle();
    const idle = await residentMiB(pid);
    let peak = idle;
    const sampler = setInterval(async () => {
      peak = Math.max(peak, await residentMiB(pid));
    }, 200);
    const startedAt = Date.now();
    const result = await importHistory(portal, bytes);
    clearInterval(sampler);
    const seconds = (Date.now() - startedAt) / 1000;
    const records = result.accepted + result.duplicate + result.rejected;
    report({
      figure: 'records',
      value: records,
      unit: 'count',
      goal: 'all accepted',
      meets: result.accepted === records,
    });
    report({
      figure: 'rate',
      value: Math.round(records / seconds),
      unit: 'records/s',
      goal: 'none set in this issue',
    });
    report({
      figure: `memory above idle at ${Math.round(bytes / 1024 ** 2)} MiB`,
      value: Math.round(peak - idle),
      unit: 'MiB',
      goal: `< ${MEMORY_GOAL_MIB}`,
      meets: peak - idle < MEMORY_GOAL_MIB,
    });
  } finally {
    await portal.stop();
  }
}

async function importHistory(portal, bytes) {
  const response = await fetch(
    `${portal.url}/api/dora/v1/import?entityRef=component:default/benchmark`,
    {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${portal.token}`,
        'Content-Type': 'application/x-ndjson',
        'Content-Encoding': 'gzip',
      },
      body: Readable.toWeb(
        Readable.from(history(bytes)).pipe(createGzip({ level: 1 })),
      ),
      duplex: 'half',
    },
  );
  if (!response.ok) {
    throw new Error(
      `The import answered ${response.status}: ${await response.text()}`,
    );
  }
  return response.json();
}

// One line of commits, a release after every fiftieth.
function* history(bytes) {
  const start = Date.UTC(2020, 0, 1);
  let size = 0;
  let parents = [];
  let lines = [];
  for (let index = 0; size < bytes; index++) {
    const sha = createHash('sha1').update(`benchmark ${index}`).digest('hex');
    const at = new Date(start + index * 20_000).toISOString();
    lines.push(
      JSON.stringify({
        type: 'commit',
        sha,
        parents,
        authoredAt: at,
        committedAt: at,
        author: '45c2fac5b6',
        kind: 'feature',
        reverts: null,
        pullRequest: index + 1,
      }),
    );
    if (index % COMMITS_PER_RELEASE === COMMITS_PER_RELEASE - 1) {
      lines.push(
        JSON.stringify({
          type: 'release',
          tag: `v1.${index}.0`,
          sha,
          releasedAt: at,
        }),
      );
    }
    parents = [sha];
    if (lines.length >= 1000) {
      const chunk = Buffer.from(`${lines.join('\n')}\n`);
      size += chunk.length;
      lines = [];
      yield chunk;
    }
  }
  if (lines.length) {
    yield Buffer.from(`${lines.join('\n')}\n`);
  }
}

async function settle() {
  await sleep(20_000);
}
