import { Card, Text } from '@backstage/ui';
import type { Question, Statement } from '@portal/plugin-executive-common';
import {
  partStyles as styles,
  Status,
  type Judgement,
} from '@portal/plugin-metrics-react';
import { EvidenceLink } from './EvidenceLink';
import view from './Questions.module.css';

const tones: Record<Statement['tone'], { judgement: Judgement; text: string }> =
  {
    good: { judgement: 'good', text: 'Good' },
    bad: { judgement: 'bad', text: 'Needs a look' },
    neutral: { judgement: 'neutral', text: 'To know' },
  };

/** A question, what the rules answer, and where each answer is proven. */
export function QuestionCard({ question }: { question: Question }) {
  const { nothing, statements, title } = question;
  return (
    <Card className={styles.card}>
      <Text as="h3" variant="title-x-small" className={styles.title}>
        {title}
      </Text>
      {statements.length === 0 ? (
        <p className={styles.text}>{nothing}</p>
      ) : (
        <ul className={view.statements} aria-label={title}>
          {statements.map((statement, index) => {
            const { judgement, text } = tones[statement.tone];
            return (
              // A rule can say several things, and two of them can read the same.
              // eslint-disable-next-line react/no-array-index-key
              <li
                key={`${statement.ruleId} ${index}`}
                className={view.statement}
              >
                <Status judgement={judgement}>{text}</Status>
                <div>
                  <p className={view.said}>
                    <bdi>{statement.text}</bdi>
                  </p>
                  <ul className={view.evidence} aria-label="Evidence">
                    {statement.evidence.map(evidence => (
                      <li
                        key={`${evidence.title} ${JSON.stringify(
                          evidence.target,
                        )}`}
                      >
                        <EvidenceLink evidence={evidence} />
                      </li>
                    ))}
                  </ul>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
