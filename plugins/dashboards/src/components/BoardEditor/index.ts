export { BoardEditor } from './BoardEditor';
