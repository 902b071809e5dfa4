/**
 * What Vault tells about a secret, never the secret itself. Instants are in ISO 8601.
 *
 * @public
 */
export type SecretMetadata = {
  /** Its path below that of the service, such as `database/password`. */
  name: string;
  /** The version that is current, from 1. */
  version: number;
  createdAt: string;
  /** When the current version was written. */
  rotatedAt: string;
  /** When the next version is due. */
  rotateBy: string;
  /** Whether that is over. */
  overdue: boolean;
  /** Its page in Vault, which asks who one is. */
  url: string;
};

/**
 * The secrets of a service.
 *
 * @public
 */
export type ServiceSecrets = {
  /** Whether this portal asks a Vault at all. */
  connected: boolean;
  /** Days after which a secret is to be rotated. */
  rotateAfterDays?: number;
  /** Those that were rotated longest ago first. */
  items: SecretMetadata[];
  /** False where there are more than are read. */
  complete: boolean;
};
