import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { NodeContext, NodeQuery } from '@portal/plugin-executive-common';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import { addDays, isDay } from '../snapshots/days';
import type { SnapshotReader } from '../snapshots/SnapshotReader';

const usualComparison = 28;

/**
 * What a page is about, after its rights were checked: the head of its answer.
 *
 * @throws NotFoundError where there is no snapshot yet, or none of that day or before
 */
export type ContextReader = (
  credentials: BackstageCredentials,
  query: NodeQuery,
) => Promise<NodeContext>;

/** Makes the reader of heads. */
export function createContextReader(options: {
  access: ExecutiveAccess;
  snapshots: SnapshotReader;
}): ContextReader {
  const { access, snapshots } = options;
  return async (credentials, query) => {
    const { hierarchy = 'organisation' } = query;
    requireDay('day', query.day);
    requireDay('compare', query.compare);
    const ref = await access.readNode(credentials, query.node);
    const taken = await snapshots.dayAt(query.day);
    if (!taken) {
      throw new NotFoundError(
        query.day
          ? `There is no snapshot of ${query.day} or before`
          : 'There is no snapshot yet: the first is taken some minutes after the portal has started',
      );
    }
    const compared = query.compare ?? addDays(taken.day, -usualComparison);
    if (compared >= taken.day) {
      throw new InputError(
        `compare: found ${compared}, expected a day before ${taken.day}`,
      );
    }
    const [[found], above, before] = await Promise.all([
      snapshots.nodes(taken.day, hierarchy, [ref]),
      snapshots.above(taken.day, hierarchy, ref),
      snapshots.dayAt(compared),
    ]);
    if (!found) {
      throw new NotFoundError(
        `There are no figures of ${ref} on ${taken.day}: it was not there, or it is too new`,
      );
    }
    const readable = await access.readable(
      credentials,
      above.map(node => node.ref),
    );
    return {
      node: found.node,
      hierarchy,
      above: above.filter(node => readable.has(node.ref)),
      day: taken.day,
      ...(before && { compareDay: before.day }),
      takenAt: taken.takenAt,
      final: taken.final,
      ...(query.asOf && { asOf: query.asOf }),
      formulaVersion: taken.formulaVersion,
    };
  };
}

function requireDay(name: string, day: string | undefined): void {
  if (day !== undefined && !isDay(day)) {
    throw new InputError(
      `${name}: found "${day.slice(0, 40)}", expected a day such as 2026-01-31`,
    );
  }
}
