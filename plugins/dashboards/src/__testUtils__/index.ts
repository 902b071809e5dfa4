export { harbourBoard } from './harbourBoard';
export { MemoryDashboards } from './MemoryDashboards';
export { openDashboards, prod1, testApis, timeout } from './openDashboards';
