import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of approvals. */
export const approvalsRouteRef = createRouteRef();
