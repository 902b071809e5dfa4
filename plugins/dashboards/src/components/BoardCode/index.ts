export { BoardCode } from './BoardCode';
