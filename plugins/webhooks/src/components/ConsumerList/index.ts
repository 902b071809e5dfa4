export { ConsumerList } from './ConsumerList';
