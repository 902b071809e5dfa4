export { CoverageWidget } from './CoverageWidget';
