export { describeError } from './describeError';
export { indentJson } from './indentJson';
export { judgeConsumer } from './judgeConsumer';
export {
  countOutcomes,
  judgeSender,
  outcomeNames,
  refusedOutcomes,
} from './judgeSender';
export type { Judgement, Tone } from './Judgement';
export { nameDelivery } from './nameDelivery';
export { senderSetup, senderTitles } from './senderSetup';
export { inboxSubject } from './inboxSubject';
export { answerArrival, answerFlow, count, stepsToTake } from './answer';
