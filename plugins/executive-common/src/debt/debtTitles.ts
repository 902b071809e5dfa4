import type { DebtKind, DebtSource } from './Debt';

/**
 * Kinds of debt, as they are read; in the order in which a form offers them.
 *
 * @public
 */
export const debtKindTitles: Record<DebtKind, string> = {
  runtime: 'Runtime',
  dependency: 'Dependency',
  architecture: 'Architecture',
  code: 'Code',
  test: 'Tests',
  documentation: 'Documentation',
  security: 'Security',
  operations: 'Operations',
};

/**
 * Where an item comes from, as it is read.
 *
 * @public
 */
export const debtSourceTitles: Record<DebtSource, string> = {
  manual: 'Written by hand',
  'end-of-life': 'End of life of a runtime',
  'score-rule': 'Below its expectation for long',
};
