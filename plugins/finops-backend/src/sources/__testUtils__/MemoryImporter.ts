import { parseAll, type ParsedFile } from '../../__testUtils__/parseAll';
import type { CostImporter } from '../CostImporter';

/** Reads what it is given as an import does, and keeps the costs. */
export class MemoryImporter implements CostImporter {
  readonly imports: Array<{
    source: string;
    months: string[];
    costs: string[];
  }> = [];

  /** All of the last import. */
  last: ParsedFile | undefined;

  async import(
    stream: AsyncIterable<Buffer>,
    options: { source: string; months: string[] },
  ) {
    this.last = await parseAll(stream, { months: options.months });
    this.imports.push({
      source: options.source,
      months: options.months,
      costs: this.last.lines.map(line => line.billedCost),
    });
    return { importId: this.imports.length };
  }
}
