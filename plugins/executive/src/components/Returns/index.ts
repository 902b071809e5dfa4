export { ReturnsPage } from './ReturnsPage';
