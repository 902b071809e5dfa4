/** What is not there where findings could not be loaded, and the permission it needs. */
export const findingsSubject = {
  subject: 'security findings',
  permission:
    'security-score.finding.read, or security-score.finding.read-own for your own teams',
};

/** The same of scores. */
export const scoreSubject = {
  subject: 'security scores',
  permission: 'security-score.score.read',
};
