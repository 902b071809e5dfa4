/**
 * Software templates in the browser.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export { scaffolderPortalApiRef } from './api';
export { templateCardModule } from './templateCardModule';
export { withTemplateList } from './withTemplateList';
