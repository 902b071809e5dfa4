import { Duration } from 'luxon';

const frequencies: Record<string, string> = {
  continuous: 'all the time',
  hourly: 'every hour',
  daily: 'every day',
  weekly: 'every week',
  monthly: 'every month',
  quarterly: 'every quarter',
  yearly: 'every year',
  'on-demand': 'when somebody asks for it',
};

const audiences: Record<string, string> = {
  public: 'Anyone may see it, outside the company too',
  internal: 'Everyone in the company may see it',
  confidential: 'Only those who need it for their work may see it',
  restricted: 'Only named people may see it, and each access is recorded',
};

/** `pre-production` as `Pre-production`. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** How often a dataset is updated, in words. */
export function describeFrequency(frequency: string): string {
  return frequencies[frequency] ?? frequency;
}

/** Who may see data of a classification, in a sentence; nothing where the classification is not a known one. */
export function describeAudience(classification: string): string | undefined {
  return audiences[classification];
}

/** `P1Y6M` as `1 year, 6 months`; what is no duration stays as it is. */
export function describeDuration(duration: string): string {
  const parsed = Duration.fromISO(duration);
  return parsed.isValid ? parsed.toHuman({ unitDisplay: 'long' }) : duration;
}
