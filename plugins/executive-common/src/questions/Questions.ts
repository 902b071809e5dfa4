import type { NodeContext } from '../portfolio/Portfolio';

/**
 * Where a statement is proven: a page of the portal with its query.
 *
 * @public
 */
export type Evidence = {
  title: string;
  /** Page of the executive views, or an entity and one of its tabs. */
  target:
    | { kind: 'page'; page: ReportPage; query: Record<string, string> }
    | { kind: 'entity'; entityRef: string; tab?: string };
};

/** @public */
export type Statement = {
  /** Of the rule that made it; stable. */
  ruleId: string;
  /** One sentence with its figures. */
  text: string;
  tone: 'good' | 'bad' | 'neutral';
  evidence: Evidence[];
};

/** @public */
export type QuestionId =
  | 'below-expectation'
  | 'changed-most'
  | 'industry'
  | 'since-last-report'
  | 'decisions';

/** @public */
export type Question = {
  id: QuestionId;
  title: string;
  statements: Statement[];
  /** Said where there is nothing to say. */
  nothing: string;
};

/** @public */
export type QuestionsAnswer = { context: NodeContext; questions: Question[] };

/**
 * Pages that can be printed.
 *
 * @public
 */
export type ReportPage = (typeof reportPages)[number];

/** @public */
export const reportPages = [
  'portfolio',
  'node',
  'investment',
  'productivity',
  'debt',
  'returns',
  'goals',
  'success',
  'questions',
] as const;
