export { AnswerMemory, type KeptAnswer } from './AnswerMemory';
export { answerMemoryApiRef } from './answerMemoryApiRef';
export { useKept, type Kept } from './useKept';
