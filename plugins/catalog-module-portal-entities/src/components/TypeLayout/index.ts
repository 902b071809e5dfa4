export { DatasetLayout, EnvironmentLayout, LibraryLayout } from './TypeLayout';
