import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { components } from './generated/api.ts';

/** What the API answers with. */
export type Entry = components['schemas']['Entry'];

/** Reads openapi.yaml, which the service serves and is served by. */
export function readContract(): { text: string; document: object } {
  const text = readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8');
  return { text, document: parse(text) };
}

/** Reads data/entries.json in the order of ids, and fails at what the contract does not allow. */
export function readEntries(): Entry[] {
  const file = new URL('../data/entries.json', import.meta.url);
  return checkEntries(JSON.parse(readFileSync(file, 'utf8')));
}

/** The same for entries that come from elsewhere. */
export function checkEntries(entries: unknown): Entry[] {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(readContract().document, 'contract');
  const validate = ajv.compile<Entry[]>({
    type: 'array',
    items: { $ref: 'contract#/components/schemas/Entry' },
  });
  if (!validate(entries)) {
    throw new Error(`Entries do not fit the contract: ${ajv.errorsText(validate.errors)}`);
  }
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const twice = sorted.find((entry, index) => entry.id === sorted[index + 1]?.id);
  if (twice) {
    throw new Error(`Two entries have the id ${twice.id}`);
  }
  return sorted;
}
