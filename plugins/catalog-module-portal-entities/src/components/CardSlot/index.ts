export { CardSlot } from './CardSlot';
