export { usageAnalytics } from './usageAnalytics';
