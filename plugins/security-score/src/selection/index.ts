export {
  readFindings,
  writeFindings,
  type FindingSelection,
} from './findingFilter';
export { useFindingSelection } from './useFindingSelection';
