import { InputError } from '@backstage/errors';
import { imageScope } from '../imageScope';
import { elementPosition } from '../json/elementPosition';
import { listOf, objectOf, textOf, textsOf } from '../json/objectOf';
import { readInstant } from '../readInstant';
import { readPackageUrl } from '../readPackageUrl';
import type { ElementPath, JsonReportReader } from '../ReportReader';
import type { ParsedComponent, ReportSink } from '../ReportSink';

const mostHeld = 200_000;
const saysNothing = /^(?:NOASSERTION|NONE)$/i;

class SpdxReading {
  #held: Array<{ id?: string; component: ParsedComponent; purpose?: string }> =
    [];
  readonly #direct = new Set<string>();
  readonly #described = new Set<string>();
  readonly #dependencies: Array<[string, string]> = [];

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): SpdxReading {
    return new SpdxReading(sink);
  }

  element(path: ElementPath, value: unknown): void {
    if (path.stream.endsWith('packages')) {
      this.#package(path, objectOf(value));
    } else if (path.stream.endsWith('relationships')) {
      this.#relationship(objectOf(value));
    }
  }

  end(rest: unknown): void {
    const whole = objectOf(rest);
    // GitHub's API puts the document into another.
    const document = whole.sbom === undefined ? whole : objectOf(whole.sbom);
    const version = textOf(document.spdxVersion) ?? '';
    if (!/^SPDX-2\.[0-9]$/.test(version)) {
      throw new InputError(
        `The report is ${
          version.slice(0, 20) || 'SPDX without a version'
        }: SPDX-2.2 and SPDX-2.3 are read`,
      );
    }
    for (const id of textsOf(document.documentDescribes)) {
      this.#described.add(id);
    }
    for (const [from, to] of this.#dependencies) {
      if (this.#described.has(from)) {
        this.#direct.add(to);
      }
    }
    // Some writers say of every package that the document describes it; then none is its root.
    const hasRoot = this.#described.size === 1;
    const isRoot = (id?: string) =>
      hasRoot && id !== undefined && this.#described.has(id);
    const root = this.#held.find(({ id }) => isRoot(id));
    const isImage = root?.purpose === 'CONTAINER';
    for (const { id, component } of this.#held) {
      if (isRoot(id) && this.#held.length > 1) {
        // What the document is of is no component of itself.
        continue;
      }
      this.sink.component(
        hasRoot && this.#direct.size > 0 && id !== undefined
          ? { ...component, direct: this.#direct.has(id) }
          : component,
      );
    }
    const info = objectOf(document.creationInfo);
    const creator = textsOf(info.creators)
      .map(text => /^Tool: *(.{1,100})$/.exec(text)?.[1])
      .find(Boolean);
    const parts = /^(.*?)-v?(\d[\w.+-]*)$/.exec(creator ?? '');
    this.sink.head({
      tool: parts?.[1] ?? creator,
      toolVersion: parts?.[2],
      scannedAt: readInstant(info.created),
      scope: isImage ? imageScope(root.component.name) : undefined,
      isInventory: true,
      tellsFindings: false,
    });
  }

  #package(path: ElementPath, entry: Record<string, unknown>): void {
    const name = textOf(entry.name);
    if (!name) {
      this.sink.reject(elementPosition(path), 'The package has no name');
      return;
    }
    const purl = listOf(entry.externalRefs)
      .map(objectOf)
      .filter(({ referenceType }) => referenceType === 'purl')
      .map(({ referenceLocator }) => textOf(referenceLocator))
      .find(Boolean);
    const read = readPackageUrl(purl);
    if (purl && !read) {
      this.sink.note(
        `Package URLs that are none were not read, the first of ${elementPosition(
          path,
        )}`,
      );
    }
    const licences = [entry.licenseConcluded, entry.licenseDeclared]
      .map(textOf)
      .filter((text): text is string => !!text && !saysNothing.test(text));
    const purpose = textOf(entry.primaryPackagePurpose);
    if (purpose === 'OPERATING-SYSTEM' || purpose === 'FILE') {
      return;
    }
    const held = {
      id: textOf(entry.SPDXID),
      purpose,
      component: {
        purl: read && purl,
        type: read?.type ?? 'generic',
        name: read?.name ?? name,
        version: read?.version ?? textOf(entry.versionInfo),
        licences: licences.slice(0, 1),
      },
    };
    if (this.#held.length < mostHeld) {
      this.#held.push(held);
    } else {
      this.sink.note(
        `Of more than ${mostHeld} packages it is not told which are direct`,
      );
      this.sink.component(held.component);
    }
  }

  #relationship(entry: Record<string, unknown>): void {
    const from = textOf(entry.spdxElementId);
    const to = textOf(entry.relatedSpdxElement);
    if (!from || !to) {
      return;
    }
    switch (entry.relationshipType) {
      case 'DESCRIBES':
        this.#described.add(to);
        break;
      case 'DEPENDS_ON':
        this.#depends(from, to);
        break;
      case 'DEPENDENCY_OF':
        this.#depends(to, from);
        break;
      default:
    }
  }

  #depends(from: string, to: string): void {
    // What is described is told first by every known writer; the others are looked at again at the end.
    if (this.#described.has(from)) {
      this.#direct.add(to);
    } else if (
      this.#described.size === 0 &&
      this.#dependencies.length < mostHeld
    ) {
      this.#dependencies.push([from, to]);
    }
  }
}

/** SPDX 2.3 as JSON: an inventory. */
export const spdxJson: JsonReportReader = {
  format: 'spdx-json',
  recognise: ({ keys, scalars, isArray, objectKeys }) =>
    !isArray &&
    scalars.bomFormat === undefined &&
    (keys.includes('spdxVersion') ||
      objectKeys?.sbom?.includes('spdxVersion') === true),
  streams: ['', 'sbom.'].flatMap(outer =>
    ['packages', 'relationships', 'files'].map(list => `${outer}${list}`),
  ),
  open: sink => SpdxReading.create(sink),
};
