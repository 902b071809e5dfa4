export type { DocsUsage } from './DocsUsage';
export { normaliseSearchTerm } from './normaliseSearchTerm';
export { maxUsageEvents, type UsageEvents } from './UsageEvents';
