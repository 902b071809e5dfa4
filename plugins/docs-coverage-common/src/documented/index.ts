export type { CoverageParts } from './CoverageParts';
export { coverageOf } from './coverageOf';
export { documentationOf } from './documentationOf';
export { documentationCoverageDefinition } from './documentationCoverageDefinition';
export { missingUntilGoal } from './missingUntilGoal';
