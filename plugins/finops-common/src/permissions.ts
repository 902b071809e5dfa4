import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Reading all cost of the organisation, what nobody owns included.
 *
 * @public
 */
export const finopsCostReadPermission = createPermission({
  name: 'finops.cost.read',
  attributes: { action: 'read' },
});

/**
 * Reading the cost of what the reader's own groups own, and the totals of the groups above them.
 *
 * @public
 */
export const finopsOwnCostReadPermission = createPermission({
  name: 'finops.cost.read-own',
  attributes: { action: 'read' },
});

/**
 * Bringing cost data in, and seeing what was brought.
 *
 * @public
 */
export const finopsImportPermission = createPermission({
  name: 'finops.import.manage',
  attributes: { action: 'create' },
});

/**
 * Changing the rules by which cost finds its owner.
 *
 * @public
 */
export const finopsAllocationManagePermission = createPermission({
  name: 'finops.allocation.manage',
  attributes: { action: 'update' },
});

/**
 * Creating, changing and deleting budgets.
 *
 * @public
 */
export const finopsBudgetManagePermission = createPermission({
  name: 'finops.budget.manage',
  attributes: { action: 'update' },
});

/**
 * Acknowledging anomalies, and accepting or dismissing recommendations.
 *
 * @public
 */
export const finopsFindingTriagePermission = createPermission({
  name: 'finops.finding.triage',
  attributes: { action: 'update' },
});

/**
 * Closing a month, after which its statement does not change.
 *
 * @public
 */
export const finopsStatementClosePermission = createPermission({
  name: 'finops.statement.close',
  attributes: { action: 'update' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const finopsPermissions = [
  finopsCostReadPermission,
  finopsOwnCostReadPermission,
  finopsImportPermission,
  finopsAllocationManagePermission,
  finopsBudgetManagePermission,
  finopsFindingTriagePermission,
  finopsStatementClosePermission,
];
