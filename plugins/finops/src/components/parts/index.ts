export { ChangeWords } from './ChangeWords';
export { KeyName } from './KeyName';
export { CostSection } from './CostSection';
