export { DatasetsPage, EnvironmentsPage, LibrariesPage } from './TypeListPage';
