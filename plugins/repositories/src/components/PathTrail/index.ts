export { PathTrail } from './PathTrail';
