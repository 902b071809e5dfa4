export { SecurityScoreWidget } from './SecurityScoreWidget';
