import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  BenefitProgress,
  NodeContext,
  PlannedBenefit,
} from '@portal/plugin-executive-common';
import type { FigureReader } from '../figures/FigureReader';

/** What {@link BenefitReader} reads. */
export type BenefitReaderOptions = { figures: FigureReader };

/** Measures what initiatives were to bring. */
export class BenefitReader {
  readonly #figures: FigureReader;

  private constructor(options: BenefitReaderOptions) {
    this.#figures = options.figures;
  }

  static create(options: BenefitReaderOptions): BenefitReader {
    return new BenefitReader(options);
  }

  /** @param expected - where a straight line would be, 0 to 1 */
  async read(
    credentials: BackstageCredentials,
    benefit: PlannedBenefit,
    context: NodeContext,
    expected: number,
  ): Promise<BenefitProgress> {
    if (benefit.kind === 'money') {
      const { achieved, perYear } = benefit;
      return {
        expected,
        ...(achieved?.currency === perYear.currency &&
          Number(perYear.amount) > 0 && {
            progress: Number(achieved.amount) / Number(perYear.amount),
          }),
      };
    }
    const [found] = await this.#figures.read(credentials, [benefit], context);
    const now = found?.value;
    const way = benefit.target - benefit.baseline;
    return {
      expected,
      ...(found && {
        measured: `${found.metric.title} of ${found.scopeTitle}`,
      }),
      ...(now && { now }),
      ...(now?.value !== undefined &&
        way !== 0 && { progress: (now.value - benefit.baseline) / way }),
    };
  }
}
