export {
  readOverview,
  writeOverview,
  type OverviewSelection,
} from './overviewSelection';
export {
  useOverviewSelection,
  type SelectionOfPage,
} from './useOverviewSelection';
export { useParams, type ParamChange } from './useParams';
