import type { WatchedDeployment } from './GithubCursor';

const minute = 60_000;
const day = 24 * 60 * minute;
// An approval may be waited for this long: https://docs.github.com/en/actions/reference/limits
const longest = 30 * day;
const mostWatched = 100;
const ends: ReadonlySet<unknown> = new Set(['success', 'failure', 'error']);
const needed = ['id', 'sha', 'ref', 'task', 'environment', 'created_at'];

/** Whether it is time to look again. The older a deployment is, the less often: its end is not expected any more. */
export function isWatchDue(
  watched: WatchedDeployment,
  options: { now: number; frequency: number },
): boolean {
  const { now, frequency } = options;
  const age = watched.checkedAt - watched.createdAt;
  return now - watched.checkedAt >= Math.max(frequency * 0.9, age / 2);
}

/**
 * The deployments to look at again, after one was looked at: those without an end, and for a day those with one, which
 * may be a different one then.
 */
export function watchAfter(
  watched: readonly WatchedDeployment[],
  looked: { deployment: object; statuses: readonly unknown[]; now: number } & {
    etag?: string;
  },
): WatchedDeployment[] {
  const { statuses, now, etag } = looked;
  const deployment = pick(looked.deployment);
  const id = Number(deployment.id);
  const createdAt = Date.parse(String(deployment.created_at));
  const hasEnded = statuses.some(status => ends.has(Object(status).state));
  const others = watched.filter(each => each.id !== id);
  if (!(now - createdAt < (hasEnded ? day : longest))) {
    return others;
  }
  return [...others, { id, createdAt, checkedAt: now, etag, deployment }]
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, mostWatched);
}

function pick(deployment: object): Record<string, unknown> {
  return Object.fromEntries(
    needed.map(name => [name, Reflect.get(deployment, name)]),
  );
}
