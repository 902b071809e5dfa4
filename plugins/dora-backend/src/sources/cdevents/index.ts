export type { CdeventsOptions } from './CdeventsContext';
export { createCdeventsParser } from './createCdeventsParser';
