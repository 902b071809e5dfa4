/** What is asked of GitHub, and what a token needs for it: https://docs.github.com/en/rest/dependabot/alerts and its neighbours. */
export type AlertList = {
  /** As the reader of reports knows it. */
  kind: 'dependabot' | 'code-scanning' | 'secret-scanning';
  /** Below the path of the repository. */
  path: string;
  title: string;
  permission: string;
};

// By when they were made: an alert that changes while pages are read keeps its place, and none is missed.
const order = 'sort=created&direction=asc&per_page=100';

/** The lists of alerts a repository has. */
export const alertLists: readonly AlertList[] = [
  {
    kind: 'dependabot',
    path: `dependabot/alerts?${order}`,
    title: 'Dependabot',
    permission: 'Dependabot alerts: read',
  },
  {
    kind: 'code-scanning',
    path: `code-scanning/alerts?${order}`,
    title: 'code scanning',
    permission: 'Code scanning alerts: read',
  },
  {
    kind: 'secret-scanning',
    // The secrets themselves are not to leave GitHub.
    path: `secret-scanning/alerts?hide_secret=true&${order}`,
    title: 'secret scanning',
    permission: 'Secret scanning alerts: read',
  },
];
