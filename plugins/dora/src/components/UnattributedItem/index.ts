export {
  UnattributedItem,
  type UnattributedItemProps,
} from './UnattributedItem';
