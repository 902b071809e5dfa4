export { useDeadLetters, type DeadLetters } from './useDeadLetters';
export { useLive, type Live } from './useLive';
export { useReplay } from './useReplay';
