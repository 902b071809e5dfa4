export { WorldClock } from './WorldClock';
