import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** A name for who asks. Two tokens of one service that are restricted differently are not the same caller. */
export function callerOf(credentials: BackstageCredentials): string {
  return JSON.stringify(credentials.principal);
}
