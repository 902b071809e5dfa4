export { Bar } from './Bar';
export { ChangeWords } from './ChangeWords';
export { Empty } from './Empty';
export { KeyName } from './KeyName';
export { ReasonDialog } from './ReasonDialog';
export { Section } from './Section';
export { Status, type Judgement } from './Status';
export { ListEnd } from './ListEnd';
export { NoPermission, ReadOnlyNote } from './NoPermission';
