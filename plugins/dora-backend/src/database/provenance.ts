import type { FactProvenance } from '../services/DeliveryImporter';

/**
 * How a fact came here, as the bit that stands for it in the database. A lower bit is believed before a higher one.
 */
export const provenanceBits = { git: 1, import: 2, demo: 4 } as const;

export function provenanceBit(provenance: FactProvenance): number {
  return provenance.demo
    ? provenanceBits.demo
    : provenanceBits[provenance.source];
}
