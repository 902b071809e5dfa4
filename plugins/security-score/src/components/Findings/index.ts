export { FindingsContent } from './FindingsContent';
export { FindingsPage } from './FindingsPage';
export { ExceptionDialog } from './ExceptionDialog';
