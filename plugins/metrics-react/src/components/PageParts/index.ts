export { Bar } from './Bar';
export { Empty } from './Empty';
export { ListEnd } from './ListEnd';
export { NoPermission, ReadOnlyNote } from './NoPermission';
export { ReasonDialog } from './ReasonDialog';
export { Section } from './Section';
export { Status, type Judgement } from './Status';
export { partStyles } from './partStyles';
