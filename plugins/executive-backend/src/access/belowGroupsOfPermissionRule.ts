import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  belowGroupsOfRule,
  RESOURCE_TYPE_EXECUTIVE_NODE,
} from '@portal/plugin-executive-common';
import { z } from 'zod/v3';

/** A node, and who reads it as a member of a group. */
export type ReadableNode = {
  ref: string;
  /** Whether a user is a direct member of a group that it is below. */
  isBelowGroupsOf(userRef: string): boolean;
};

/** What rules narrow a list of nodes by. */
export type NodeFilter = { belowGroupsOf: string };

/** The resource of `executive.node.read`. */
export const executiveNodeResourceRef = createPermissionResourceRef<
  ReadableNode,
  NodeFilter
>().with({ pluginId: 'executive', resourceType: RESOURCE_TYPE_EXECUTIVE_NODE });

/** Holds for what is below a group that the user is a direct member of. */
export const belowGroupsOfPermissionRule = createPermissionRule({
  name: belowGroupsOfRule,
  description:
    'Allow groups that the user is a direct member of, and everything below them',
  resourceRef: executiveNodeResourceRef,
  paramsSchema: z.object({
    userRef: z.string().describe('Entity reference of the user'),
  }),
  apply: (node, { userRef }) => node.isBelowGroupsOf(userRef),
  toQuery: ({ userRef }) => ({ belowGroupsOf: userRef }),
});
