export { HomeBoard } from './HomeBoard';
