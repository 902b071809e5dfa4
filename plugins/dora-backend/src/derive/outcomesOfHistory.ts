import { attributeFailures } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { readDeployed } from './readDeployed';
import type { Outcome } from './Outcome';
import { readShas } from './readShas';
import type { RevertPairs } from './readHistory';

/**
 * What became of deployments where nothing but the history is known: a later one took a change back. Works on integers, so
 * that millions of commits stay small; only what failed becomes an object.
 */
export async function outcomesOfHistory(
  transaction: Knex.Transaction,
  options: {
    entityId: number;
    deployments: number;
    owners: Int32Array;
    reverts: RevertPairs;
  },
): Promise<Map<number, Outcome>> {
  const { entityId, deployments, owners, reverts } = options;
  const { reverting, reverted } = reverts;
  const { recoveredBy, rework } = attributeFailures({
    deployments,
    owners,
    reverting,
    reverted,
  });
  const involved = new Set<number>();
  recoveredBy.forEach((repair, ordinal) => {
    if (repair >= 0) {
      involved.add(ordinal).add(repair);
    }
  });
  if (involved.size === 0) {
    return new Map();
  }
  const at = await readDeployed(transaction, [...involved]);
  const evidence = new Map<number, number[]>();
  for (let pair = 0; pair < reverting.length; pair += 1) {
    const failed = owners[reverted.at(pair)] ?? -1;
    if (failed >= 0 && recoveredBy[failed] === owners[reverting.at(pair)]) {
      const pairs = evidence.get(failed) ?? [];
      evidence.set(failed, [...pairs, reverting.at(pair), reverted.at(pair)]);
    }
  }
  const shas = await readShas(transaction, {
    entityId,
    positions: [...evidence.values()].flat(),
  });
  const outcomes = new Map<number, Outcome>();
  for (const ordinal of involved) {
    const repair = recoveredBy[ordinal];
    const [from, to] = [at.get(ordinal), at.get(repair)];
    outcomes.set(ordinal, {
      ordinal,
      reasons:
        repair < 0
          ? []
          : [
              {
                kind: 'revert',
                evidence: (evidence.get(ordinal) ?? []).map(position => ({
                  type: 'change' as const,
                  id: shas.get(position) ?? '',
                })),
              },
            ],
      ...(repair >= 0 && {
        recoveredBy: repair,
        recoveryMs: (to ?? 0) - (from ?? 0),
      }),
      rework: rework[ordinal] === 1,
    });
  }
  return outcomes;
}
