import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds of a look: long enough for a request to be met, short enough to be taken between any two steps. */
const look = 25;

/** The share of a look from which others have enough to do. An idle portal is at one or two hundredths. */
const busyShare = 0.3;

/**
 * Whether this process has something else to do right now: people who ask, files that are read. Takes a look of some
 * milliseconds, in which the one who asks does nothing itself.
 */
export async function isThreadBusy(): Promise<boolean> {
  const before = performance.eventLoopUtilization();
  await sleep(look);
  return performance.eventLoopUtilization(before).utilization > busyShare;
}
