export { answers } from './answers';
export { RecordedBackend } from './RecordedBackend';
export { show } from './show';
