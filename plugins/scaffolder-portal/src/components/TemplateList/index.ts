export { TemplateList } from './TemplateList';
