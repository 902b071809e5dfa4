export { LineList } from './LineList';
