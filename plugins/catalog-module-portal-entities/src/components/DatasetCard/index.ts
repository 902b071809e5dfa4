export { ClassificationBadge } from './ClassificationBadge';
export { DatasetCard } from './DatasetCard';
