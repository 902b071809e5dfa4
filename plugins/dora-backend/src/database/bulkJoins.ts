/**
 * Statements for a transaction that brings many rows and then joins them. The planner knows nothing of such rows yet and would
 * look each of millions up in an index, or join by the entity alone first: it is told to build hashes, and to join in the order
 * in which a query is written.
 */
export const bulkJoins = [
  'SET LOCAL enable_nestloop = off',
  'SET LOCAL join_collapse_limit = 1',
];

/** Take back what {@link bulkJoins} tell. */
export const usualJoins = [
  'SET LOCAL enable_nestloop TO DEFAULT',
  'SET LOCAL join_collapse_limit TO DEFAULT',
];
