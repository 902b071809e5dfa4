// TEMPORARY, replaced by A
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { InputError } from '@backstage/errors';
import { costItemColumns, readAmount, type CostItem, type FocusLine, type RejectedLine, type ConformanceVerdict } from '@portal/plugin-finops-common';
export type ParseOptions = { currency: string; months: string[]; signal?: AbortSignal; maxBytes: number };
export type ParsedBatch = { items: CostItem[]; lines: FocusLine[]; rejected: RejectedLine[] };
export type ParseSummary = { format: 'csv' | 'parquet'; contentHash: string; bytes: number; verdict: ConformanceVerdict };
function iso(t: string | undefined): string | undefined {
  if (!t) return undefined;
  const us = /^(\d+)\/(\d+)\/(\d\d)$/.exec(t);
  const d = us ? new Date(Date.UTC(2000 + Number(us[3]), Number(us[1]) - 1, Number(us[2]))) : new Date(t.includes('T') ? t : `${t.replace(' ', 'T')}Z`);
  return Number.isNaN(d.getTime()) ? undefined : d.toISOString();
}
export async function* parseFocusFile(bytes: AsyncIterable<Buffer>, options: ParseOptions): AsyncGenerator<ParsedBatch, ParseSummary> {
  const chunks: Buffer[] = [];
  for await (const c of bytes) chunks.push(c);
  let body = Buffer.concat(chunks);
  const contentHash = createHash('sha256').update(body).digest('hex');
  if (body[0] === 0x1f) body = gunzipSync(body);
  const rows: string[][] = parse(body, { bom: true, relax_column_count: true });
  const head = rows.shift() ?? [];
  const at = new Map(head.map((h, i) => [h.toLowerCase(), i]));
  if (!at.has('billedcost')) throw new InputError('no BilledCost');
  const items = new Map<string, CostItem>(); const lines: FocusLine[] = []; const rejected: RejectedLine[] = [];
  rows.forEach((row, i) => {
    const get = (n: string) => { const v = row[at.get(n.toLowerCase()) ?? -1]; return v === undefined || v === '' || v === 'NULL' ? undefined : v; };
    const columns = Object.fromEntries(costItemColumns.map(c => [c, get(c) ?? ''])) as CostItem['columns'];
    const tags = get('Tags') ? JSON.parse(get('Tags')!) : {};
    const h = createHash('md5').update(JSON.stringify([columns, tags])).digest('hex');
    const id = `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
    const billed = readAmount(get('BilledCost') ?? ''); const month = iso(get('BillingPeriodStart'));
    if (billed === undefined || !month) { rejected.push({ lineNumber: i + 2, column: 'BilledCost', reason: 'bad', row: row.join(',') }); return; }
    items.set(id, { id, columns, tags });
    const num = (n: string) => readAmount(get(n) ?? '');
    lines.push({ lineNumber: i + 2, itemId: id, billingMonth: `${month.slice(0, 7)}-01`, chargeStart: iso(get('ChargePeriodStart')) ?? month, chargeEnd: iso(get('ChargePeriodEnd')), currency: get('BillingCurrency') ?? options.currency, billedCost: billed, effectiveCost: num('EffectiveCost'), listCost: num('ListCost'), contractedCost: num('ContractedCost'), pricingQuantity: num('PricingQuantity'), consumedQuantity: num('ConsumedQuantity'), listUnitPrice: num('ListUnitPrice'), contractedUnitPrice: num('ContractedUnitPrice') });
  });
  yield { items: [...items.values()], lines, rejected };
  return { format: 'csv', contentHash, bytes: body.length, verdict: { version: '1.0', conformance: '1', rulesChecked: 0, rulesFailed: 0, failures: [], notes: [] } };
}
