/** What people call a deployment: its release, else the beginning of its commit. */
export function nameDeployment(deployment: { sha: string; tag?: string }) {
  return deployment.tag ?? deployment.sha.slice(0, 7);
}
