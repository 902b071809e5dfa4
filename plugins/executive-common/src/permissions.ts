import {
  createPermission,
  type PermissionCondition,
} from '@backstage/plugin-permission-common';

/**
 * The type of what {@link executiveNodeReadPermission} is about: a part of the organisation.
 *
 * @public
 */
export const RESOURCE_TYPE_EXECUTIVE_NODE = 'executive-node';

/**
 * Reading the figures of a part of the organisation.
 *
 * @public
 */
export const executiveNodeReadPermission = createPermission({
  name: 'executive.node.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_EXECUTIVE_NODE,
});

/**
 * The name of the rule that holds for the groups that a user is a direct member of, and everything below them.
 *
 * @public
 */
export const belowGroupsOfRule = 'BELOW_GROUPS_OF';

/**
 * Restricts {@link executiveNodeReadPermission} to the groups that a user is a direct member of, and everything below them.
 *
 * @public
 */
export function belowGroupsOf(
  userRef: string,
): PermissionCondition<typeof RESOURCE_TYPE_EXECUTIVE_NODE> {
  return {
    rule: belowGroupsOfRule,
    resourceType: RESOURCE_TYPE_EXECUTIVE_NODE,
    params: { userRef },
  };
}

/**
 * Changing what is expected of services and how much it counts, and choosing the baseline.
 *
 * @public
 */
export const executiveFormulaManagePermission = createPermission({
  name: 'executive.formula.manage',
  attributes: { action: 'update' },
});

/**
 * Deciding that nothing is expected of services for some time.
 *
 * @public
 */
export const executiveExemptionManagePermission = createPermission({
  name: 'executive.exemption.manage',
  attributes: { action: 'update' },
});

/**
 * Writing initiatives and their notes.
 *
 * @public
 */
export const executiveInitiativeManagePermission = createPermission({
  name: 'executive.initiative.manage',
  attributes: { action: 'update' },
});

/**
 * Writing goals of parts of the organisation that one reads.
 *
 * @public
 */
export const executiveGoalManagePermission = createPermission({
  name: 'executive.goal.manage',
  attributes: { action: 'update' },
});

/**
 * Writing into the register of debt, declaring the value of services and deciding what becomes of them, where one reads the
 * service.
 *
 * @public
 */
export const executiveDebtManagePermission = createPermission({
  name: 'executive.debt.manage',
  attributes: { action: 'update' },
});

/**
 * Reading and writing what the people of groups cost.
 *
 * @public
 */
export const executiveRatesManagePermission = createPermission({
  name: 'executive.rates.manage',
  attributes: { action: 'update' },
});

/**
 * Having packs of reports made every month. A pack shows what the portal itself reads to everybody who may read its part.
 *
 * @public
 */
export const executivePackManagePermission = createPermission({
  name: 'executive.pack.manage',
  attributes: { action: 'update' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const executivePermissions = [
  executiveNodeReadPermission,
  executiveFormulaManagePermission,
  executiveExemptionManagePermission,
  executiveInitiativeManagePermission,
  executiveGoalManagePermission,
  executiveDebtManagePermission,
  executiveRatesManagePermission,
  executivePackManagePermission,
];
