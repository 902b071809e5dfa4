import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  ArchivedReport,
  PackInput,
  ReportPage,
} from '@portal/plugin-executive-common';
import type { ArchiveStore } from '../archive/ArchiveStore';
import type { ReportMaker } from '../reports/ReportMaker';
import type { PackPeriod } from './packPeriod';

/** A pack as it is kept. */
export type PackDocument = PackInput & { createdBy: string };

/** What {@link PackMaker} works with. */
export type PackMakerOptions = {
  archive: ArchiveStore;
  auth: AuthService;
  maker: ReportMaker;
};

/** Makes packs: what the portal itself reads, kept as it was. */
export class PackMaker {
  readonly #options: PackMakerOptions;

  private constructor(options: PackMakerOptions) {
    this.#options = options;
  }

  static create(options: PackMakerOptions): PackMaker {
    return new PackMaker(options);
  }

  /**
   * Of the month with a period, once; of now without one.
   *
   * @throws NotFoundError where there is no snapshot of its part
   */
  async make(
    pack: PackDocument,
    by: string,
    period?: PackPeriod,
  ): Promise<ArchivedReport> {
    const { archive, auth, maker } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const pages = [...new Set<ReportPage>(['questions', ...pack.pages])];
    const made = [];
    // One after the other: nobody waits for it, and others do for their pages.
    for (const page of pages) {
      made.push(
        await maker.make(credentials, page, {
          ...pack.query,
          ...(period && { day: period.day, compare: period.compare }),
        }),
      );
    }
    return archive.keep({
      kind: 'pack',
      packId: pack.id,
      period: period?.month,
      title: pack.title,
      node: made[0].node,
      day: made[0].day,
      createdBy: by,
      documents: made.map(({ document }) => document),
    });
  }
}
