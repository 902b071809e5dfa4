export { ProductivityPage } from './ProductivityPage';
