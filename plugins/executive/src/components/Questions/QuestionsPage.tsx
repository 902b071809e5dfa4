import type { QuestionsAnswer } from '@portal/plugin-executive-common';
import { partStyles as styles } from '@portal/plugin-metrics-react';
import { PageFrame, usePage } from '../frame';
import { QuestionCard } from './QuestionCard';

const ask: Parameters<typeof usePage<QuestionsAnswer>>[0] = (
  api,
  query,
  options,
) => api.getQuestions(query, options);
const show = ({ questions }: QuestionsAnswer) => (
  <>
    <p className={styles.text}>
      Rules answer, always the same from the same figures. Each answer leads to
      what it rests on.
    </p>
    {questions.map(question => (
      <QuestionCard key={question.id} question={question} />
    ))}
  </>
);

/** What executives ask, answered by rules, each answer with its evidence. */
export function QuestionsPage() {
  const { result, reload } = usePage(ask);
  return (
    <PageFrame
      page="questions"
      subject="questions"
      result={result}
      onRetry={reload}
    >
      {show}
    </PageFrame>
  );
}
