export * from './DemoLabel';
export * from './LoadFailure';
export * from './MetricTile';
export * from './PeriodPicker';
export * from './Sparkline';
export * from './TierBadge';
export * from './TimeAgo';
export * from './TrendChart';
