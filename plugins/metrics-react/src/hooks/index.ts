export { useDefaultScope } from './useDefaultScope';
export { useEntityHref, type EntityHref } from './useEntityHref';
export { useIsNear } from './useIsNear';
export { useLoad, type Loaded } from './useLoad';
export { usePages, type Pages } from './usePages';
export { useWidth } from './useWidth';
export { useWhileVisible } from './useWhileVisible';
export { reasonOf, useSubmit } from './useSubmit';
export { useTabsWithoutPanels } from './useTabsWithoutPanels';
