export { SenderList } from './SenderList';
