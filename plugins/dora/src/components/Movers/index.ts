export { Movers, type MoversProps } from './Movers';
