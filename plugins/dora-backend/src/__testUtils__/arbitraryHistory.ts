import type { DeliveryRecord } from '@portal/plugin-dora-common';
import fc from 'fast-check';
import { createHash } from 'node:crypto';

const start = Date.UTC(2024, 0, 1);
const hour = 3_600_000;

/** The first two of these digits are few, so that short abbreviations are ambiguous. */
function shaOf(index: number): string {
  const digest = createHash('sha1').update(String(index)).digest('hex');
  return `${index % 2 ? 'aaaa' : 'aaab'}${digest.slice(4)}`;
}

function instant(hours: number): string {
  return new Date(start + hours * hour).toISOString();
}

/**
 * Small histories of any shape: several roots, merges, parents that are unknown, reverts of anything by full,
 * abbreviated and ambiguous names, releases on one commit, at one instant, of unknown commits, before their commits.
 */
export const arbitraryHistory: fc.Arbitrary<DeliveryRecord[]> = fc
  .integer({ min: 1, max: 25 })
  .chain(size =>
    fc.record({
      commits: fc.tuple(
        ...Array.from({ length: size }, (_, index) => arbitraryCommit(index)),
      ),
      releases: fc.array(arbitraryRelease(size), { maxLength: 12 }),
      mainline: fc.array(arbitraryMainline(size), { maxLength: 4 }),
    }),
  )
  .map(({ commits, releases, mainline }) => [
    ...commits,
    ...releases,
    ...mainline,
  ]);

function arbitraryCommit(index: number): fc.Arbitrary<DeliveryRecord> {
  const parent = fc.integer({ min: -1, max: Math.max(-1, index - 1) });
  return fc
    .record({
      parents: fc.uniqueArray(parent, { maxLength: 3 }),
      at: fc.integer({ min: 0, max: 400 }),
      reverts: fc.option(
        fc.record({
          index: fc.integer({ min: 0, max: Math.max(0, index - 1) }),
          length: fc.constantFrom(4, 5, 7, 12, 40),
        }),
        { nil: undefined },
      ),
    })
    .map(({ parents, at, reverts }) => ({
      type: 'commit',
      sha: shaOf(index),
      parents: parents.map(shaOf),
      authoredAt: instant(at),
      committedAt: instant(at),
      reverts: reverts && shaOf(reverts.index).slice(0, reverts.length),
    }));
}

function arbitraryRelease(size: number): fc.Arbitrary<DeliveryRecord> {
  return fc
    .record({
      index: fc.integer({ min: 0, max: size }),
      at: fc.integer({ min: 0, max: 40 }),
      tag: fc.constantFrom('v1', 'v10', 'v2', 'V3', 'ä', 'z'),
    })
    .map(({ index, at, tag }) => ({
      type: 'release',
      tag,
      sha: shaOf(index),
      releasedAt: instant(at * 10),
    }));
}

function arbitraryMainline(size: number): fc.Arbitrary<DeliveryRecord> {
  return fc
    .record({
      index: fc.integer({ min: 0, max: size }),
      at: fc.integer({ min: 0, max: 40 }),
    })
    .map(({ index, at }) => ({
      type: 'mainline',
      sha: shaOf(index),
      position: index,
      deployedAt: instant(at * 10),
    }));
}
