export { CatalogPage, type CatalogPageProps } from './CatalogPage';
