import type {
  QuestionsAnswer,
  ReportDocument,
} from '@portal/plugin-executive-common';
import { subtitleOf } from './documentParts';

/** Questions and their answers to print: the narrative of a period. */
export function questionsDocument(answer: QuestionsAnswer): ReportDocument {
  return {
    title: 'Questions',
    subtitle: subtitleOf(answer.context),
    sections: answer.questions.map(question => ({
      kind: 'text',
      title: question.title,
      paragraphs:
        question.statements.length > 0
          ? question.statements.map(({ text }) => text)
          : [question.nothing],
    })),
  };
}
