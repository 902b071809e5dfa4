export { TableWidget } from './TableWidget';
