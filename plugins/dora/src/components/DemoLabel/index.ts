export { DemoLabel } from './DemoLabel';
