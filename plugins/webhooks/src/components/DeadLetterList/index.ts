export { DeadLetterList } from './DeadLetterList';
export { ConsumerSelect } from './ConsumerSelect';
