export {
  boardPath,
  catalogName,
  personalId,
  personalRef,
  readBoardPath,
} from './boardRef';
export {
  copyOf,
  fromEntity,
  fromPersonal,
  longestTitle,
  type LoadedBoard,
} from './LoadedBoard';
