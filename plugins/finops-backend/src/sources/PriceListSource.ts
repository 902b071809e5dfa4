import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { CostSource, SourceFile } from './CostSource';
import { priceListColumns, readPriceList } from './readPriceList';
import { writeFocusCsv } from './writeFocusCsv';

/**
 * Monthly amounts of a YAML file, as cost of this month and of those before it.
 *
 * @internal
 */
export class PriceListSource implements CostSource {
  static create(options: {
    config: { name: string; target: string; periods: number };
    urlReader: UrlReaderService;
    allowedFolders: readonly string[];
  }): PriceListSource {
    return new PriceListSource(options);
  }

  private constructor(
    private readonly options: {
      config: { name: string; target: string; periods: number };
      urlReader: UrlReaderService;
      allowedFolders: readonly string[];
    },
  ) {}

  get name(): string {
    return this.options.config.name;
  }

  async *files({ now }: { now: Date }): AsyncGenerator<SourceFile> {
    const { target, periods } = this.options.config;
    const text = await this.read(target);
    for (let back = 0; back < periods; back += 1) {
      const month = new Date(
        Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1),
      )
        .toISOString()
        .slice(0, 10);
      const rows = readPriceList(text, month);
      const etag = createHash('sha256')
        .update(JSON.stringify(rows))
        .digest('hex');
      yield {
        location: `${target}#${month}`,
        name: `prices of ${month.slice(0, 7)}`,
        months: [month],
        open: async known =>
          known.etag === etag
            ? undefined
            : { content: writeFocusCsv(rows, priceListColumns), etag },
      };
    }
  }

  private async read(target: string): Promise<string> {
    if (/^https?:/.test(target)) {
      const response = await this.options.urlReader.readUrl(target);
      return (await response.buffer()).toString('utf8');
    }
    const real = await realpath(target);
    for (const folder of this.options.allowedFolders) {
      const allowed = await realpath(folder).catch(() => undefined);
      if (allowed && real.startsWith(allowed + sep)) {
        return readFile(real, 'utf8');
      }
    }
    throw new NotAllowedError(
      `${real} is in none of the folders that cost may be read from: add its folder to finops.allowedFolders`,
    );
  }
}
