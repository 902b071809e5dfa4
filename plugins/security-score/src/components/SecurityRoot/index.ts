export { SecurityRoot } from './SecurityRoot';
