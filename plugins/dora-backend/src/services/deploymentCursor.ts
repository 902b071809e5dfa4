import { InputError } from '@backstage/errors';
import type { DeploymentPlace } from '../database/DeliveryStore';

/** The opaque form of a place in the list of deployments. */
export function encodeDeploymentCursor(place: DeploymentPlace): string {
  return Buffer.from(`${place.deployedAt}.${place.ordinal}`).toString(
    'base64url',
  );
}

export function decodeDeploymentCursor(cursor: string): DeploymentPlace {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const match = /^(\d{1,15})\.(\d{1,9})$/.exec(text);
  if (!match) {
    throw new InputError(
      'cursor: this is no cursor of this list; pass nextCursor of the page before as it came, or leave it out',
    );
  }
  return { deployedAt: Number(match[1]), ordinal: Number(match[2]) };
}
