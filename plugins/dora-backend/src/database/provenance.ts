import type { FactProvenance } from '../services/DeliveryImporter';

/**
 * How a fact came here, as the bit that stands for it in the database. Git is believed before an import, that before
 * the reports of tools, and those before a demo generator.
 */
export const provenanceBits = {
  git: 1,
  import: 2,
  demo: 4,
  report: 8,
} as const;

const byTrust = [
  provenanceBits.git,
  provenanceBits.import,
  provenanceBits.report,
  provenanceBits.demo,
];

export function provenanceBit(provenance: FactProvenance): number {
  return provenance.demo
    ? provenanceBits.demo
    : provenanceBits[provenance.source];
}

/** The bits that are believed before this one. */
export function bitsBefore(bit: number): number {
  const rank = byTrust.findIndex(each => each === bit);
  return byTrust.slice(0, rank).reduce((sum, each) => sum | each, 0);
}
