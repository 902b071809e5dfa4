export { FileText } from './FileText';
