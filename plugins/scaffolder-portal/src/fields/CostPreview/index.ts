export { costPreviewField } from './costPreviewField';
