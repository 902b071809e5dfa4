export * from './fixtures';
export { RecordedBackend } from './RecordedBackend';
export { Failure, type Asked } from '@portal/plugin-metrics-react/testUtils';
export { show } from './show';
