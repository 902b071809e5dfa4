export { LibraryCard } from './LibraryCard';
