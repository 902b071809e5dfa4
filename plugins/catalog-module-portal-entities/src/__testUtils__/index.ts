export { dataset, environments, library } from './entities';
export { renderWithEntity } from './renderWithEntity';
