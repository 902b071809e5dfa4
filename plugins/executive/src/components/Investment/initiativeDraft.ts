import type {
  Initiative,
  InitiativeInput,
} from '@portal/plugin-executive-common';
import { idOfName } from '../../words';
import {
  benefitOf,
  draftOfBenefit,
  explainBenefit,
  type BenefitDraft,
} from './benefitDraft';

/** What people type, before it is an initiative. */
export type InitiativeDraft = {
  name: string;
  description: string;
  sponsor: string;
  systems: string;
  teams: string;
  start: string;
  end: string;
  amount: string;
  currency: string;
  benefit: BenefitDraft;
};

const part =
  /^((?:group|system|domain|component|user):[^:/\s]+\/[^:/\s]+)(?:\s+(\d+(?:\.\d+)?)\s*%)?$/;

/** What is typed of an initiative that is there, or of a new one. */
export function draftOfInitiative(
  initiative: Initiative | undefined,
  currency: string,
): InitiativeDraft {
  return {
    name: initiative?.name ?? '',
    description: initiative?.description ?? '',
    sponsor: initiative?.sponsor ?? '',
    systems: writeParts(initiative?.systems ?? []),
    teams: writeParts(initiative?.teams ?? []),
    start: initiative?.start ?? '',
    end: initiative?.end ?? '',
    amount: initiative?.budget.amount ?? '',
    currency: initiative?.budget.currency ?? currency,
    benefit: draftOfBenefit(initiative?.benefit),
  };
}

/** What has to be mended first; undefined where nothing has to. */
export function explainInitiative(draft: InitiativeDraft): string | undefined {
  if (!draft.name.trim()) {
    return 'Give the initiative a name.';
  }
  if (!/^(group|user):[^:/\s]+\/[^:/\s]+$/.test(draft.sponsor.trim())) {
    return `The sponsor is "${draft.sponsor}"; name a group or a person as in group:default/payments.`;
  }
  for (const text of [
    ...splitParts(draft.systems),
    ...splitParts(draft.teams),
  ]) {
    const [, , percent] = part.exec(text) ?? [];
    if (!part.test(text) || Number(percent ?? 100) > 100) {
      return `"${text}" is no part; write a reference and, where not all of it counts, up to 100 %, such as system:default/booking 50%.`;
    }
  }
  const isDay = (day: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (!isDay(draft.start) || !isDay(draft.end) || draft.end <= draft.start) {
    return 'Give the first day and the day on which it ends as in 2026-01-31, the second after the first.';
  }
  if (!/^\d+(\.\d+)?$/.test(draft.amount.trim()) || Number(draft.amount) <= 0) {
    return `The budget is "${draft.amount}"; give a number above 0, such as 120000.`;
  }
  return /^[A-Z]{3}$/.test(draft.currency.trim())
    ? explainBenefit(draft.benefit)
    : 'Give the currency by its three letters, such as EUR.';
}

/** The initiative that was typed. Ask {@link explainInitiative} before. */
export function inputOfInitiative(
  draft: InitiativeDraft,
  before?: Initiative,
): InitiativeInput {
  return {
    id: before?.id ?? idOfName(draft.name, 'initiative'),
    name: draft.name.trim(),
    description: draft.description.trim() || undefined,
    sponsor: draft.sponsor.trim(),
    systems: readParts(draft.systems),
    teams: readParts(draft.teams),
    start: draft.start,
    end: draft.end,
    budget: { amount: draft.amount.trim(), currency: draft.currency.trim() },
    benefit: benefitOf(draft.benefit, draft.currency.trim()),
  };
}

function splitParts(text: string): string[] {
  return text
    .split(',')
    .map(each => each.trim())
    .filter(Boolean);
}

function readParts(text: string): InitiativeInput['systems'] {
  return splitParts(text).map(each => {
    const [, ref, percent = '100'] = part.exec(each) ?? [];
    return { ref, share: Number(percent) / 100 };
  });
}

function writeParts(parts: InitiativeInput['systems']): string {
  return parts
    .map(({ ref, share }) =>
      share === 1 ? ref : `${ref} ${Math.round(share * 10_000) / 100}%`,
    )
    .join(', ');
}
