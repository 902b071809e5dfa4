export { TrendWidget } from './TrendWidget';
