export * from './fixtures';
export { Failure, RecordedBackend, type Asked } from './RecordedBackend';
export { show } from './show';
