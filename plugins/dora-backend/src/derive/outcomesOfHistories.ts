import { attributeFailures } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import type { Outcome } from './Outcome';
import type { DeliveryHistory } from './readHistories';
import { readShas } from './readShas';

/** A history, and the deployment of each of its commits. */
export type OwnedHistory = DeliveryHistory & { owners: Int32Array };

type Failures = {
  entityId: number;
  deployedAt: Float64Array;
  /** For each deployment the one that repaired it, or -1. */
  recoveredBy: Int32Array;
  rework: Uint8Array;
  /** For each that failed the positions of the commits that show it, in pairs of reverting and reverted. */
  evidence: ReadonlyMap<number, readonly number[]>;
};

/**
 * What became of deployments where nothing but histories is known: a later one took a change back. Works on integers, so
 * that millions of commits stay small; only what failed becomes an object.
 *
 * @returns One for each history, in their order.
 */
export async function outcomesOfHistories(
  transaction: Knex.Transaction,
  histories: readonly OwnedHistory[],
): Promise<Map<number, Outcome>[]> {
  const all = histories.map(failuresOf);
  const shas = await readShas(
    transaction,
    all
      .filter(({ evidence }) => evidence.size > 0)
      .map(({ entityId, evidence }) => ({
        entityId,
        positions: [...evidence.values()].flat(),
      })),
  );
  return all.map(failures =>
    outcomesOf(failures, shas.get(failures.entityId) ?? new Map()),
  );
}

function failuresOf(history: OwnedHistory): Failures {
  const { entityId, deployments, owners } = history;
  const { reverting, reverted } = history.reverts;
  const { recoveredBy, rework } = attributeFailures({
    deployments: deployments.at.length,
    owners,
    reverting,
    reverted,
  });
  const evidence = new Map<number, number[]>();
  for (let pair = 0; pair < reverting.length; pair += 1) {
    const failed = owners[reverted.at(pair)] ?? -1;
    if (failed >= 0 && recoveredBy[failed] === owners[reverting.at(pair)]) {
      const pairs = evidence.get(failed) ?? [];
      evidence.set(failed, [...pairs, reverting.at(pair), reverted.at(pair)]);
    }
  }
  const deployedAt = deployments.at;
  return { entityId, deployedAt, recoveredBy, rework, evidence };
}

function outcomesOf(
  failures: Failures,
  shas: ReadonlyMap<number, string>,
): Map<number, Outcome> {
  const { deployedAt, recoveredBy, rework, evidence } = failures;
  const involved = new Set<number>();
  recoveredBy.forEach((repair, ordinal) => {
    if (repair >= 0) {
      involved.add(ordinal).add(repair);
    }
  });
  const outcomes = new Map<number, Outcome>();
  for (const ordinal of involved) {
    const repair = recoveredBy[ordinal];
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
        recoveryMs: deployedAt[repair] - deployedAt[ordinal],
      }),
      rework: rework[ordinal] === 1,
    });
  }
  return outcomes;
}
