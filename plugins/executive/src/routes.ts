import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of the portfolio. */
export const executiveRouteRef = createRouteRef();

/** Where that page is, unless the configuration moves it. */
export const executivePath = '/executive';

/** The tab on the pages of groups, domains and systems. */
export const portfolioTabPath = 'portfolio';

/** The parts of that page. */
export const subPaths = {
  portfolio: 'portfolio',
  questions: 'questions',
  investment: 'investment',
  goals: 'goals',
  productivity: 'productivity',
  debt: 'debt',
  returns: 'returns',
  success: 'success',
  reports: 'reports',
  formula: 'formula',
} as const;

/** Seconds until the next page, where the page is on a wall; 0 stays. */
export const wallParam = 'wall';

const docs = '/docs/default/component/portal';

/** Where the documentation says what the figures mean. */
export const figuresHelpPath = `${docs}/user-guide/executive-figures/`;
