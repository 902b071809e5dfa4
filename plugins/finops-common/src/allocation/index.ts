export * from './AllocationRules';
export * from './AllocationApi';
export * from './createAllocation';
export * from './normaliseTags';
export * from './parseAllocationRules';
export * from './splitShared';
