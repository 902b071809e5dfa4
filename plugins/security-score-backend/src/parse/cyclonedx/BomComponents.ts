import { listOf, objectOf, textOf } from '../json/objectOf';
import { readPackageUrl } from '../readPackageUrl';
import type { ParsedComponent, ReportSink } from '../ReportSink';

type Thing = Record<string, unknown>;

/** A component as vulnerabilities refer to it. */
export type KnownComponent = {
  type?: string;
  name: string;
  version?: string;
  purl?: string;
  path?: string;
};

const mostHeld = 200_000;
// Parts of a machine or of the document, and no component somebody depends on.
const noComponents = new Set([
  'operating-system',
  'file',
  'data',
  'device',
  'device-driver',
  'cryptographic-asset',
]);
const pathProperties = [
  'portal:path',
  'aquasecurity:trivy:FilePath',
  'syft:location:0:path',
  'cdx:npm:package:path',
  // What this portal writes itself.
  'portal:path',
];

/** The components of a bill of materials, by the names under which the rest of it speaks of them. */
export class BomComponents {
  readonly #byRef = new Map<string, KnownComponent>();
  #held: Array<{ ref?: string; component: ParsedComponent }> = [];
  #direct?: Set<string>;
  readonly #root: { ref?: string; name?: string } = {};
  count = 0;

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): BomComponents {
    return new BomComponents(sink);
  }

  /** Takes the component that the whole document is of. */
  setRoot(value: unknown): void {
    const root = objectOf(value);
    this.#root.ref = textOf(root['bom-ref']);
    this.#root.name = fullName(root);
  }

  add(value: unknown, position: string): void {
    const entry = objectOf(value);
    const name = fullName(entry);
    if (!name) {
      this.sink.reject(position, 'The component has no name');
      return;
    }
    for (const [index, inner] of listOf(entry.components).entries()) {
      this.add(inner, `${position}.components[${index}]`);
    }
    const purl = textOf(entry.purl);
    const read = readPackageUrl(purl);
    if (purl && !read) {
      this.sink.note(
        `Package URLs that are none were not read, the first of ${position}`,
      );
    }
    const version = read?.version ?? textOf(entry.version);
    const ref = textOf(entry['bom-ref']);
    const known: KnownComponent = {
      type: read?.type,
      name: read?.name ?? name,
      version,
      purl: read && purl,
      path: pathOf(entry),
    };
    if (ref) {
      this.#byRef.set(ref, known);
    }
    if (purl) {
      this.#byRef.set(purl, known);
    }
    const type = textOf(entry.type) ?? 'library';
    if (
      noComponents.has(type) ||
      (type === 'application' && !read && !version)
    ) {
      return;
    }
    this.count += 1;
    this.#hold(ref, {
      purl: read && purl,
      type: read?.type ?? 'generic',
      name: known.name,
      version,
      licences: licencesOf(entry.licenses),
    });
  }

  /** What the document says depends on what: only what its root names is direct. */
  addDependency(value: unknown): void {
    const { ref, dependsOn } = objectOf(value);
    if (typeof ref === 'string' && ref === this.#root.ref) {
      this.#direct ??= new Set();
      for (const target of listOf(dependsOn)) {
        if (typeof target === 'string') {
          this.#direct.add(target);
        }
      }
    }
  }

  /** What a vulnerability affects: a component, a package URL of its own, or (null) the product itself. */
  find(reference: string): KnownComponent | null | undefined {
    const ref = /^urn:cdx:[^#]{1,200}#(.+)$/.exec(reference)?.[1] ?? reference;
    for (const name of [ref, decoded(ref)]) {
      const known = this.#byRef.get(name);
      if (known) {
        return known;
      }
    }
    if (ref === this.#root.ref) {
      return null;
    }
    const read = readPackageUrl(ref);
    return read ? { ...read, purl: ref } : undefined;
  }

  get rootName(): string | undefined {
    return this.#root.name;
  }

  /** All were read: those that waited for what is direct are told. */
  finish(): void {
    const direct = this.#direct;
    for (const { ref, component } of this.#held) {
      this.sink.component(
        direct && ref !== undefined
          ? { ...component, direct: direct.has(ref) }
          : component,
      );
    }
    this.#held = [];
  }

  #hold(ref: string | undefined, component: ParsedComponent): void {
    if (this.#held.length < mostHeld) {
      this.#held.push({ ref, component });
      return;
    }
    this.sink.note(
      `Of more than ${mostHeld} components it is not told which are direct`,
    );
    this.sink.component(component);
  }
}

function fullName(entry: Thing): string | undefined {
  const name = textOf(entry.name);
  const group = textOf(entry.group);
  return name && group ? `${group}/${name}` : name;
}

function pathOf(entry: Thing): string | undefined {
  for (const property of listOf(entry.properties)) {
    const { name, value } = objectOf(property);
    if (typeof name === 'string' && pathProperties.includes(name)) {
      return textOf(value);
    }
  }
  const [occurrence] = listOf(objectOf(entry.evidence).occurrences);
  return textOf(objectOf(occurrence).location);
}

function licencesOf(value: unknown): string[] {
  return listOf(value).flatMap(item => {
    const { license, expression } = objectOf(item);
    const { id, name } = objectOf(license);
    return textOf(expression) ?? textOf(id) ?? textOf(name) ?? [];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
