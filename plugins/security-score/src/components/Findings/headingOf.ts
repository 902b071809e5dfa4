import type { Finding } from '@portal/plugin-security-score-common';

/** What a finding is called; a tool that has one text for the rule and the finding says it once. */
export function headingOf({ name, title }: Pick<Finding, 'name' | 'title'>) {
  return name === title ? name : `${name}: ${title}`;
}
