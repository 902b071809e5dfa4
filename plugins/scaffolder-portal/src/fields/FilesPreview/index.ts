export { filesPreviewField } from './filesPreviewField';
