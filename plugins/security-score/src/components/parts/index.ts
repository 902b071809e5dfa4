export { CoverageWords, ScoreBadge } from './ScoreBadge';
export { SeverityCounts, SeverityTag } from './SeverityCounts';
export { FindingsGuard } from './FindingsGuard';
export { SearchText } from './SearchText';
