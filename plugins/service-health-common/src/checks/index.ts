export type {
  CheckSettings,
  DeclaredCheck,
  StatusRange,
} from './CheckSettings';
export * from './parseChecks';
