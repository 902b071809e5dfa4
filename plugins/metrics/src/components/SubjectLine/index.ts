export { SubjectLine } from './SubjectLine';
