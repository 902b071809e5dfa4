/**
 * Reads files in threads of their own, for every backend plugin that imports.
 *
 * @packageDocumentation
 */
export { ParserThreads, type ParserThreadsOptions } from './ParserThreads';
export type { ReadOptions } from './readInThread';
export { serveParser, type FileReader } from './serveParser';
