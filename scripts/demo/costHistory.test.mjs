import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { dayLength } from './calendar.mjs';
import { costColumns, costMonths, generateCostMonth } from './costHistory.mjs';
import { listResources, sources } from './costResources.mjs';

const now = new Date('2026-11-22T13:07:00Z');
const anomalyDay = Date.parse('2026-11-01T00:00:00Z') / dayLength;

function month(source, name, until = now) {
  const { csv, lines, days } = generateCostMonth({
    source,
    month: name,
    until,
    anomalyDay,
  });
  const [, ...rows] = csv.trimEnd().split('\n').map(parse);
  assert.equal(rows.length, lines);
  return {
    csv,
    days,
    rows: rows.map(cells =>
      Object.fromEntries(
        cells.map((value, index) => [costColumns[index], value]),
      ),
    ),
  };
}

function parse(line) {
  const cells = [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
  assert.equal(cells.length, costColumns.length, line);
  return cells;
}

const amount = text => {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  return BigInt(`${sign}${whole}${fraction.padEnd(8, '0')}`);
};
const sum = (rows, column = 'BilledCost') =>
  rows.reduce((total, row) => total + amount(row[column]), 0n);
const euros = total => Number(total / 10n ** 8n);

describe('the costs of the demo organisation', () => {
  it('are the same each time, and keep their days when another day is over', () => {
    const before = month('demo-aws', '2026-11');
    assert.equal(month('demo-aws', '2026-11').csv, before.csv);
    assert.equal(before.days, 21);
    const after = month(
      'demo-aws',
      '2026-11',
      new Date(now.getTime() + dayLength),
    );
    assert.ok(after.csv.startsWith(before.csv));
    assert.ok(after.rows.length > before.rows.length);
  });

  it('fit prices and quantities to the last digit', () => {
    for (const source of Object.keys(sources)) {
      for (const row of month(source, '2026-10').rows) {
        if (row.PricingQuantity) {
          const quantity = amount(row.PricingQuantity);
          assert.equal(
            amount(row.ListUnitPrice) * quantity,
            amount(row.ListCost) * 10n ** 8n,
          );
          assert.equal(
            amount(row.ContractedUnitPrice) * quantity,
            amount(row.ContractedCost) * 10n ** 8n,
          );
        }
        assert.equal(row.ConsumedQuantity === '', row.ConsumedUnit === '');
        if (row.ChargeCategory !== 'Usage') {
          assert.equal(row.ConsumedQuantity, '');
        }
      }
    }
  });

  it('have what a commitment discount costs, used or not', () => {
    for (const source of ['demo-aws', 'demo-microsoft']) {
      const rows = month(source, '2026-07').rows.filter(
        row => row.CommitmentDiscountId,
      );
      const of = (category, status) =>
        rows.filter(
          row =>
            row.ChargeCategory === category &&
            row.CommitmentDiscountStatus === status,
        );
      assert.ok(of('Usage', 'Used').length > 100);
      assert.ok(of('Usage', 'Unused').length > 0);
      assert.equal(
        sum(of('Purchase', '')),
        sum(of('Usage', 'Used'), 'EffectiveCost') +
          sum(of('Usage', 'Unused'), 'EffectiveCost'),
      );
      assert.equal(sum(of('Purchase', ''), 'EffectiveCost'), 0n);
    }
  });

  it('are those of a company of its size, with a season and most of it in production', () => {
    let total = 0n;
    const byMonth = new Map();
    for (const source of Object.keys(sources)) {
      for (const name of costMonths(now)) {
        const { rows } = month(source, name);
        assert.ok(
          rows.length <= 2_500,
          `${source} ${name} has ${rows.length} lines`,
        );
        const monthly = sum(rows);
        byMonth.set(name, (byMonth.get(name) ?? 0n) + monthly);
        total += monthly;
      }
    }
    assert.equal(byMonth.size, 14);
    const mean = euros(total) / 13.7;
    assert.ok(mean > 165_000 && mean < 200_000, `${mean}`);
    assert.ok(
      euros(byMonth.get('2025-12')) > euros(byMonth.get('2026-01')) * 1.1,
    );
  });

  it('have each month a tax, credits and corrections, and one anomaly of two days', () => {
    const october = month('demo-aws', '2026-10').rows;
    const count = (column, value) =>
      october.filter(row => row[column] === value).length;
    assert.equal(count('ChargeCategory', 'Tax'), 1);
    assert.equal(count('ChargeCategory', 'Credit'), 1);
    assert.equal(count('ChargeClass', 'Correction'), 1);
    assert.equal(
      month('demo-oracle', '2026-10').rows.filter(
        row => row.ChargeCategory === 'Adjustment',
      ).length,
      1,
    );
    const days = month('demo-aws', '2026-11')
      .rows.filter(row => row.ResourceName === 'tracking-service-prod1-app')
      .map(row => Number(row.EffectiveCost));
    const usual = days.slice(2).sort((one, other) => one - other)[9];
    assert.deepEqual(
      days.map(day => day > usual * 2.5),
      days.map((_, index) => index < 2),
    );
  });

  it('belong to components of the catalog, but for what nobody tagged', async () => {
    const folder = new URL('../../catalog/domains/', import.meta.url);
    const names = new Set();
    for (const file of await readdir(folder, { recursive: true })) {
      if (file.endsWith('.yaml')) {
        const text = await readFile(new URL(file, folder), 'utf-8');
        for (const [, name] of text.matchAll(
          /^kind: Component\nmetadata:\n {2}name: (\S+)/gm,
        )) {
          names.add(name);
        }
      }
    }
    const components = Object.keys(sources).flatMap(source =>
      listResources(source).flatMap(({ component }) => component ?? []),
    );
    assert.deepEqual(
      components.filter(component => !names.has(component)),
      [],
    );
    assert.ok(new Set(components).size > 45);
    const ids = Object.keys(sources).flatMap(source =>
      listResources(source).map(({ id }) => id),
    );
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(
      listResources('demo-aws').some(
        ({ account, tags }) =>
          account.name === 'brennvik-experiments' && !Object.keys(tags).length,
      ),
    );
  });
});
