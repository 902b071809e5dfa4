/**
 * Name of the parameter that names the approval, in the run that goes on with it.
 *
 * @public
 */
export const approvalParameter = 'approval';

/** The page of approvals. @public */
export const approvalsPath = '/approvals';
