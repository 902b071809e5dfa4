import type { PlannedBenefit } from '@portal/plugin-executive-common';

/** What people type of a benefit, before it is one. */
export type BenefitDraft = {
  kind: PlannedBenefit['kind'] | 'none';
  metricId: string;
  scope: string;
  baseline: string;
  target: string;
  /** Money a year, in the currency of the budget. */
  perYear: string;
  measure: string;
  /** Of that, what is there already; nothing where nobody counted. */
  achieved: string;
};

const number = /^[-+]?\d+(\.\d+)?$/;
const amount = /^\d+(\.\d+)?$/;

/** What is typed of a benefit that is there, or of none. */
export function draftOfBenefit(
  benefit: PlannedBenefit | undefined,
): BenefitDraft {
  const metric = benefit?.kind === 'metric' ? benefit : undefined;
  const money = benefit?.kind === 'money' ? benefit : undefined;
  return {
    kind: benefit?.kind ?? 'none',
    metricId: metric?.metricId ?? '',
    scope: metric?.scope ?? 'everything',
    baseline: String(metric?.baseline ?? ''),
    target: String(metric?.target ?? ''),
    perYear: money?.perYear.amount ?? '',
    measure: money?.measure ?? '',
    achieved: money?.achieved?.amount ?? '',
  };
}

/** What has to be mended first; undefined where nothing has to. */
export function explainBenefit(draft: BenefitDraft): string | undefined {
  if (draft.kind === 'metric') {
    if (!draft.metricId) {
      return 'Choose the figure that should change.';
    }
    const wrong = [draft.baseline, draft.target].find(
      text => !number.test(text.trim()),
    );
    return wrong === undefined
      ? undefined
      : `The benefit goes from "${draft.baseline}" to "${draft.target}"; give two numbers, such as 3 and 5.`;
  }
  if (draft.kind === 'money') {
    if (!amount.test(draft.perYear.trim())) {
      return `The benefit is "${draft.perYear}" a year; give a number such as 250000.`;
    }
    if (!draft.measure.trim()) {
      return 'Say how the benefit is measured, so that others can check it.';
    }
    return draft.achieved.trim() && !amount.test(draft.achieved.trim())
      ? `Of the benefit there is "${draft.achieved}"; give a number, or nothing where nobody counted.`
      : undefined;
  }
  return undefined;
}

/** The benefit that was typed. Ask {@link explainBenefit} before. */
export function benefitOf(
  draft: BenefitDraft,
  currency: string,
): PlannedBenefit | undefined {
  if (draft.kind === 'metric') {
    return {
      kind: 'metric',
      metricId: draft.metricId,
      scope: draft.scope,
      baseline: Number(draft.baseline),
      target: Number(draft.target),
    };
  }
  if (draft.kind === 'money') {
    const achieved = draft.achieved.trim();
    return {
      kind: 'money',
      perYear: { amount: draft.perYear.trim(), currency },
      measure: draft.measure.trim(),
      ...(achieved && { achieved: { amount: achieved, currency } }),
    };
  }
  return undefined;
}
