export { DocsCoveragePage } from './DocsCoveragePage';
