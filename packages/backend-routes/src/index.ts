/**
 * How routes of backend plugins read their input, write the audit and answer.
 *
 * @packageDocumentation
 */
export * from './auditedRoute';
export * from './cursor';
export * from './parseInput';
export * from './queryText';
