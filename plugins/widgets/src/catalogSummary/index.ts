export {
  type CatalogSummary,
  type KindSummary,
  type NeedsCare,
  readCatalogSummary,
  type SummarisedKind,
} from './readCatalogSummary';
