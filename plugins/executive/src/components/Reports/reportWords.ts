import type { ReportPage } from '@portal/plugin-executive-common';

/** Pages that can be printed, as they are read. */
export const reportPageWords: Record<ReportPage, string> = {
  portfolio: 'Portfolio',
  node: 'Figures of the node',
  investment: 'Investment',
  goals: 'Goals',
  productivity: 'Productivity',
  debt: 'Debt',
  returns: 'Returns',
  success: 'Success',
  questions: 'Questions',
};
