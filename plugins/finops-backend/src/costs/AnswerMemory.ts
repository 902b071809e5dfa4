import type { CostsAnswer } from '@portal/plugin-finops-common';
import type { SumRow } from './SumsQuery';

/** Of the same sums: with other limits they are asked for again and again. */
const mostAnswers = 5;

/**
 * Keeps answers as long as the sums that they were made of: to add and order thousands of groups takes longer than to send them. Who
 * has other rows, the same or not, gets an answer of its own.
 */
export class AnswerMemory {
  readonly #answers = new WeakMap<
    readonly SumRow[],
    Map<string, { before?: readonly SumRow[]; answer: CostsAnswer }>
  >();

  private constructor() {}

  static create(): AnswerMemory {
    return new AnswerMemory();
  }

  /**
   * @param sums - the rows of the period and of that which it is compared with, as they are kept elsewhere
   * @param key - whatever else the answer depends on
   */
  get(
    sums: { now: readonly SumRow[]; before?: readonly SumRow[] },
    key: string,
    make: () => CostsAnswer,
  ): CostsAnswer {
    const { now, before } = sums;
    const ofRows = this.#answers.get(now) ?? new Map();
    this.#answers.set(now, ofRows);
    const known = ofRows.get(key);
    if (known && known.before === before) {
      return known.answer;
    }
    const answer = make();
    if (ofRows.size >= mostAnswers) {
      ofRows.clear();
    }
    ofRows.set(key, { before, answer });
    return answer;
  }
}
