import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { SteeringAccess } from '../steering/SteeringAccess';

/** Fails unless the caller may see what everybody is charged. */
export async function requireAll(
  access: SteeringAccess,
  credentials: BackstageCredentials,
): Promise<void> {
  const { visible } = await access.read(credentials);
  if (visible !== 'all') {
    throw new NotAllowedError(
      'Only who may read all costs can close a month; ask an administrator of the portal for the permission finops.cost.read',
    );
  }
}
