import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  addAmounts,
  type CostItem,
  type FocusLine,
  type RejectedLine,
} from '@portal/plugin-finops-common';
import { parseFocusFile } from './parseFocusFile';

const folder = resolve(__dirname, '../../../../../shared/data/finops');

async function parse(name: string) {
  const lines: FocusLine[] = [];
  const items: CostItem[] = [];
  const rejected: RejectedLine[] = [];
  const batches = parseFocusFile(createReadStream(resolve(folder, name)), {
    currency: 'USD',
    months: [],
    maxBytes: 1e9,
  });
  for (;;) {
    const next = await batches.next();
    if (next.done) {
      return { lines, items, rejected, summary: next.value };
    }
    lines.push(...next.value.lines);
    items.push(...next.value.items);
    rejected.push(...next.value.rejected);
  }
}

it('x', async () => {
  expect(existsSync(folder)).toBe(true);
  const { lines, items, rejected, summary } = await parse(
    'focus-1.0/focus_sample.csv',
  );
  console.log(
    lines.length,
    items.length,
    rejected,
    JSON.stringify(summary, null, 1),
    lines[0],
    items[0],
    addAmounts(lines.map(l => l.billedCost)),
  );
  for (const f of [
    'commitment_discount_purchase_scenario_2',
    'commitment_discount_usage_scenario_3',
    'one_hundred_percent_utilization_with_commitment_discount_flexibility_with_2_resources',
    'saas_spend_agreements_b2',
  ]) {
    const r = await parse(`focus-1.2-examples/${f}.csv`);
    console.log(
      f,
      r.lines.length,
      r.rejected,
      r.summary.verdict.conformance,
      r.summary.verdict.notes,
      r.summary.verdict.failures.map(
        x => `${x.ruleId} ${x.rows} ${JSON.stringify(x.examples[0])}`,
      ),
      addAmounts(r.lines.map(l => l.billedCost)),
    );
  }
});
