import { InputError } from '@backstage/errors';
import { imageScope } from '../imageScope';
import { listOf, objectOf, textOf } from '../json/objectOf';
import { readInstant } from '../readInstant';
import type { ReportSink } from '../ReportSink';
import { toolName } from '../toolName';
import { BomComponents } from './BomComponents';
import {
  analysisStatement,
  bomFinding,
  vulnerabilityNames,
} from './bomVulnerability';

const mostHeld = 100_000;

/** Reads a CycloneDX document, from JSON or XML: an inventory, its vulnerabilities, and what VEX says of them. */
export class BomReading {
  readonly #components: BomComponents;
  readonly #held: Array<{ value: unknown; position: string }> = [];
  #hasFindings = false;
  #statements = 0;

  private constructor(private readonly sink: ReportSink) {
    this.#components = BomComponents.create(sink);
  }

  static create(sink: ReportSink): BomReading {
    return new BomReading(sink);
  }

  component(value: unknown, position: string): void {
    this.#components.add(value, position);
  }

  dependency(value: unknown, metadata: unknown): void {
    this.#components.setRoot(objectOf(metadata).component);
    this.#components.addDependency(value);
  }

  /** What it affects may come after it; then the end is waited for. */
  vulnerability(value: unknown, position: string): void {
    const refs = listOf(objectOf(value).affects).map(
      target => textOf(objectOf(target).ref) ?? '',
    );
    if (
      this.#components.count > 0 &&
      refs.length > 0 &&
      refs.every(ref => this.#components.find(ref))
    ) {
      this.#take(value, position, true);
      return;
    }
    if (this.#held.length >= mostHeld) {
      throw new InputError(
        `More than ${mostHeld} vulnerabilities come before the components they are of: write "components" first`,
      );
    }
    this.#held.push({ value, position });
  }

  end(rest: unknown): void {
    const document = objectOf(rest);
    const version = textOf(document.specVersion) ?? '';
    if (!/^1\.[0-9]$/.test(version)) {
      throw new InputError(
        version
          ? `The CycloneDX is of version ${version.slice(
              0,
              20,
            )}: 1.2 to 1.7 are read`
          : 'The CycloneDX does not say its version (specVersion)',
      );
    }
    const metadata = objectOf(document.metadata);
    this.#components.setRoot(metadata.component);
    const isInventory = Array.isArray(document.components);
    for (const { value, position } of this.#held) {
      this.#take(value, position, isInventory);
    }
    this.#components.finish();
    const { name, toolVersion } = toolOf(metadata.tools);
    const tool = toolName(name);
    const root = objectOf(metadata.component);
    const rootName = textOf(root.name);
    // Trivy writes an empty list where it did not look for vulnerabilities at all.
    const tellsFindings =
      this.#hasFindings ||
      (isInventory &&
        Array.isArray(document.vulnerabilities) &&
        this.#statements === 0 &&
        tool !== 'trivy');
    if (isInventory && !tellsFindings) {
      this.sink.note(
        'The inventory names no vulnerabilities, so no finding was closed by it',
      );
    }
    this.sink.head({
      tool,
      toolVersion,
      scannedAt: readInstant(metadata.timestamp),
      scope:
        root.type === 'container' && rootName
          ? imageScope(rootName)
          : undefined,
      isInventory,
      tellsFindings,
    });
  }

  #take(value: unknown, position: string, isInventory: boolean): void {
    const entry = objectOf(value);
    if (vulnerabilityNames(entry).length === 0) {
      this.sink.reject(position, 'The vulnerability has no id');
      return;
    }
    const packages: string[] = [];
    let isOfProduct = false;
    for (const [index, target] of listOf(entry.affects).entries()) {
      const { ref, versions } = objectOf(target);
      const component = this.#components.find(textOf(ref) ?? '');
      if (component) {
        packages.push(component.purl ?? component.name);
        this.#add(entry, isInventory, component, versions);
      } else if (component === null || !isInventory) {
        isOfProduct = true;
      } else {
        this.sink.reject(
          `${position}.affects[${index}]`,
          'It refers to a component that the document does not have',
        );
      }
    }
    const rootName = this.#components.rootName;
    if (isOfProduct && isInventory && rootName) {
      this.#add(entry, isInventory, { name: rootName }, undefined);
    }
    const statement = analysisStatement(
      entry,
      isOfProduct || packages.length === 0 ? undefined : packages,
    );
    if (statement) {
      this.#statements += 1;
      this.sink.statement(statement);
    } else if (listOf(entry.affects).length === 0) {
      this.sink.reject(
        position,
        'The vulnerability says neither what it affects nor what somebody says of it',
      );
    } else if (isOfProduct && !isInventory) {
      this.sink.reject(
        position,
        'The vulnerability affects what the document does not describe, and nobody says anything of it',
      );
    }
  }

  /** VEX alone states, and finds nothing; with an inventory, or without an analysis, it is a finding. */
  #add(
    entry: Record<string, unknown>,
    isInventory: boolean,
    component: Parameters<typeof bomFinding>[1],
    versions: unknown,
  ): void {
    if (isInventory || textOf(objectOf(entry.analysis).state) === undefined) {
      this.#hasFindings = true;
      this.sink.finding(bomFinding(entry, component, versions));
    }
  }
}

/** The first tool: a list until 1.4, an object of components since 1.5. */
function toolOf(tools: unknown): { name?: string; toolVersion?: string } {
  const list = Array.isArray(tools)
    ? tools
    : listOf(objectOf(tools).components);
  const first = objectOf(list[0]);
  return { name: textOf(first.name), toolVersion: textOf(first.version) };
}
