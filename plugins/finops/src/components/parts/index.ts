export { ChangeWords } from './ChangeWords';
export { KeyName } from './KeyName';
export { CostSection } from './CostSection';
export { Unconverted } from './Unconverted';
