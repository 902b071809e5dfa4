import { ConflictError } from '@backstage/errors';
import {
  addAmounts,
  compareAmounts,
  isAmount,
} from '@portal/plugin-finops-common';
import { z } from 'zod';
import type { CostSource, SourceFile } from './CostSource';
import { OpenCostClient } from './OpenCostClient';
import { openCostColumns, openCostLine } from './openCostLine';
import type { SourceConfig } from './readSourcesConfig';
import { writeFocusCsv } from './writeFocusCsv';

const dayLength = 24 * 3600_000;
/** A month is read for so long after its end, and then no more: Prometheus forgets. */
const settlesAfter = 3 * dayLength;

const memorySchema = z.object({
  readAt: z.string(),
  /** What each day cost when it was last read. */
  days: z.record(z.string(), z.string()),
});
type Memory = z.infer<typeof memorySchema>;

/**
 * What workloads in clusters cost, from the allocation API of OpenCost or Kubecost. Each month is a file, and the current one is
 * restated on each run.
 *
 * @internal
 */
export class OpenCostSource implements CostSource {
  readonly name: string;
  readonly #config: SourceConfig;
  readonly #client: OpenCostClient;

  static create(config: SourceConfig): OpenCostSource {
    return new OpenCostSource(config, OpenCostClient.create(config));
  }

  private constructor(config: SourceConfig, client: OpenCostClient) {
    this.name = config.name;
    this.#config = config;
    this.#client = client;
  }

  async *files({ now }: { now: Date }): AsyncGenerator<SourceFile> {
    const { target, periods, currency } = this.#config;
    for (let back = 0; back < periods; back += 1) {
      const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back);
      const month = new Date(start).toISOString().slice(0, 10);
      yield {
        location: `${target}#${month}`,
        name: `clusters in ${month.slice(0, 7)}`,
        months: [month],
        currency,
        open: async known => this.#open(month, now, known),
      };
    }
  }

  async #open(
    month: string,
    now: Date,
    known: { etag?: string; signal?: AbortSignal },
  ) {
    const memory = readMemory(known.etag);
    const [year, number] = month.split('-').map(Number);
    const end = Date.UTC(year, number, 1);
    if (memory && Date.parse(memory.readAt) >= end + settlesAfter) {
      return undefined;
    }
    const rows: Array<ReturnType<typeof openCostLine>> = [];
    const days: Record<string, string> = {};
    for (
      let time = Date.parse(month);
      time < Math.min(end, now.getTime());
      time += dayLength
    ) {
      const day = new Date(time).toISOString().slice(0, 10);
      const ofDay = await this.#readDay(day, known.signal);
      days[day] = addAmounts(
        ofDay.map(row => row.BilledCost).filter(cost => isAmount(cost)),
      );
      this.#checkNotForgotten(day, days[day], memory);
      for (const row of ofDay) {
        rows.push(row);
      }
    }
    return rows.length === 0 && !memory
      ? undefined
      : {
          content: writeFocusCsv(rows, openCostColumns),
          etag: JSON.stringify({ readAt: now.toISOString(), days }),
        };
  }

  async #readDay(day: string, signal: AbortSignal | undefined) {
    const { aggregate, target, currency } = this.#config;
    const provider = new URL(target).pathname.includes('/model/')
      ? 'Kubecost'
      : 'OpenCost';
    const allocations = await this.#client.readDay(day, { aggregate, signal });
    return allocations
      .map(each => openCostLine(each, { day, aggregate, provider, currency }))
      .filter(row => !/^-?0(?:\.0*)?$/.test(row.BilledCost))
      .sort((one, other) => compareText(keyOf(one), keyOf(other)));
  }

  /** A month replaces what was there of it: it must not lose the days that Prometheus no longer keeps. */
  #checkNotForgotten(
    day: string,
    total: string,
    memory: Memory | undefined,
  ): void {
    const before = memory?.days[day];
    if (
      !this.#config.acceptLess &&
      before !== undefined &&
      compareAmounts(before, '0') > 0 &&
      compareAmounts(addAmounts([total, total]), before) < 0
    ) {
      throw new ConflictError(
        `${day} cost ${before} when it was read before, and ${total} now. Nothing was replaced. Have Prometheus keep 40 days, or, if the new amount is right, set acceptLess at the source`,
      );
    }
  }
}

/** The API gives rows in no order, and the same month must be the same file. */
function keyOf(row: ReturnType<typeof openCostLine>): string {
  return JSON.stringify([row.ResourceId, row.Tags, row.BilledCost]);
}

function compareText(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

function readMemory(etag: string | undefined): Memory | undefined {
  if (etag === undefined) {
    return undefined;
  }
  const read = memorySchema.safeParse(JSON.parse(etag));
  return read.success ? read.data : undefined;
}
