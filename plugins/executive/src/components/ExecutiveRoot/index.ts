export { ExecutiveRoot } from './ExecutiveRoot';
