export {
  kubernetesWorkloads,
  type CheckSettings,
  type DeclaredCheck,
  type KubernetesWorkload,
  type StatusRange,
} from './CheckSettings';
export * from './parseChecks';
