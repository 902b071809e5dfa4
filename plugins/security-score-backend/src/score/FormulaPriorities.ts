import {
  urgencyOf,
  type FormulaSettings,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { PriorityFacts, PriorityTeller } from '../import/PriorityTeller';

/** Priorities by the formula of the score. */
export class FormulaPriorities implements PriorityTeller {
  readonly #formula: FormulaSettings;

  private constructor(formula: FormulaSettings) {
    this.#formula = formula;
  }

  static create({ formula }: { formula: FormulaSettings }): FormulaPriorities {
    return new FormulaPriorities(formula);
  }

  async tell(
    transaction: Knex.Transaction,
    serviceId: number,
    facts: readonly PriorityFacts[],
  ): Promise<number[]> {
    const service: { exposure: string | null } | undefined = await transaction(
      'catalog_services',
    )
      .where({ service_id: serviceId })
      .first('exposure');
    const exposure = service?.exposure ?? undefined;
    return facts.map(each => urgencyOf(each, exposure, this.#formula));
  }
}
