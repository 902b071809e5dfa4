import type { UnattributedReason } from '@portal/plugin-dora-common';

/** Why something is charged to no deployment. */
export const unattributedReasons: Record<UnattributedReason, string> = {
  'not-found': 'It names a deployment that is not known in this service.',
  'not-successful':
    'It names a deployment that did not succeed, and so released nothing.',
  'no-recent-deployment':
    'It names no deployment, and none of this service was near enough before it.',
};
