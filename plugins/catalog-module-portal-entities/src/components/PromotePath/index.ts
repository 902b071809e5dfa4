export { PromotePaths } from './PromotePaths';
