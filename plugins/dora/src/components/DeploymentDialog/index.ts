export {
  DeploymentDialog,
  type DeploymentDialogProps,
} from './DeploymentDialog';
