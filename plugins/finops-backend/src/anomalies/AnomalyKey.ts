/** What an anomaly is found in. All but the level and the currency are empty for the total. */
export type AnomalyKey = {
  level: 'total' | 'allocation';
  entityRef: string;
  bucket: string;
  environment: string;
  serviceCategory: string;
  currency: string;
};

/** The key as text, to remember by. */
export function textOfKey(key: AnomalyKey): string {
  return JSON.stringify([
    key.level,
    key.entityRef,
    key.bucket,
    key.environment,
    key.serviceCategory,
    key.currency,
  ]);
}
