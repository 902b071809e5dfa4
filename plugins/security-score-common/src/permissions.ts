import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Reading the scores and grades of services, and what they are made of.
 *
 * @public
 */
export const securityScoreReadPermission = createPermission({
  name: 'security-score.score.read',
  attributes: { action: 'read' },
});

/**
 * Reading the findings of every service.
 *
 * @public
 */
export const securityFindingReadPermission = createPermission({
  name: 'security-score.finding.read',
  attributes: { action: 'read' },
});

/**
 * Reading the findings of the services that the reader's own groups own.
 *
 * @public
 */
export const securityOwnFindingReadPermission = createPermission({
  name: 'security-score.finding.read-own',
  attributes: { action: 'read' },
});

/**
 * Saying what a finding is and who looks after it, and asking for exceptions. On the services whose findings one may read.
 *
 * @public
 */
export const securityFindingTriagePermission = createPermission({
  name: 'security-score.finding.triage',
  attributes: { action: 'update' },
});

/**
 * Approving and rejecting exceptions; never one's own.
 *
 * @public
 */
export const securityExceptionApprovePermission = createPermission({
  name: 'security-score.exception.approve',
  attributes: { action: 'update' },
});

/**
 * Sending reports, and seeing those of every service.
 *
 * @public
 */
export const securityReportImportPermission = createPermission({
  name: 'security-score.report.import',
  attributes: { action: 'create' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const securityScorePermissions = [
  securityScoreReadPermission,
  securityFindingReadPermission,
  securityOwnFindingReadPermission,
  securityFindingTriagePermission,
  securityExceptionApprovePermission,
  securityReportImportPermission,
];
