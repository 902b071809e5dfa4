export { ServiceCatalog } from './ServiceCatalog';
