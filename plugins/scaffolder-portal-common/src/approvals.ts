/**
 * Name of the parameter that names the approval, in the run that goes on with it.
 *
 * @public
 */
export const approvalParameter = 'approval';

/** The action that asks. @public */
export const approvalAction = 'portal:approval:require';

/** The page of approvals. @public */
export const approvalsPath = '/approvals';
