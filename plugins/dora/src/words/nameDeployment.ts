/**
 * What people call a deployment: its release, else the beginning of its commit, else the tool's own name for it. An id that
 * the portal made says nothing to a reader.
 */
export function nameDeployment(deployment: {
  id?: string;
  sha?: string;
  tag?: string;
}): string {
  const { id, sha, tag } = deployment;
  return tag ?? sha?.slice(0, 7) ?? id ?? 'Deployment';
}
