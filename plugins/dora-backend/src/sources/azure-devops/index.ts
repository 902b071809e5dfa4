export { createAzureDevOpsParser } from './createAzureDevOpsParser';
export type { AzureDevOpsOptions } from './AzureDevOpsContext';
