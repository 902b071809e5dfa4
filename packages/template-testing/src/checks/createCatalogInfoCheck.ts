import path from 'node:path';
import type { EngineClient } from '../engine/EngineClient';
import type { FileTree, TreeFile } from '../files/FileTree';
import type { Check, Finding } from './Check';
import {
  asObject,
  asTexts,
  readYaml,
  type YamlDocument,
  type YamlObject,
} from './readYaml';

type Catalog = Pick<EngineClient, 'validateEntity' | 'entity'>;

// Relations that have to lead to somebody or something that the catalog knows.
const references: { field: string; kind: string }[] = [
  { field: 'owner', kind: 'group' },
  { field: 'system', kind: 'system' },
  { field: 'domain', kind: 'domain' },
];

/** catalog-info.yaml, judged by the catalog itself: the same kinds, types and annotations as in the portal. */
export function createCatalogInfoCheck(catalog: Catalog): Check {
  return {
    name: 'catalog-info',
    how: "the catalog's own validation, with the portal's model; structure: owner, system and domain exist",
    picks: tree => tree.matching('**/catalog-info.yaml', '**/catalog-info.yml'),
    async run(files, { tree }) {
      const findings = await Promise.all(
        files.flatMap(file =>
          readYaml(file).map(document =>
            checkEntity(catalog, file, document, tree),
          ),
        ),
      );
      return findings.flat();
    },
  };
}

async function checkEntity(
  catalog: Catalog,
  file: TreeFile,
  document: YamlDocument,
  tree: FileTree,
): Promise<Finding[]> {
  const { entity, missing } = fillPlaceholders(file, document, tree);
  const errors = await catalog.validateEntity(
    entity,
    `url:https://example.com/${file.path}`,
  );
  const refused = (errors ?? []).map(message => ({
    file: file.path,
    line: document.lineOf(
      ...(message.match(/\/([\w/]+)/)?.[1].split('/') ?? []),
    ),
    message,
    rule: 'catalog/validation',
  }));
  const spec = asObject(document.value.spec);
  const unknown = await Promise.all(
    references.flatMap(({ field, kind }) =>
      asTexts(spec[field]).map(async given => {
        const ref = completeRef(given, kind);
        return (await catalog.entity(ref))
          ? []
          : [
              {
                file: file.path,
                line: document.lineOf('spec', field),
                message: `${field} is ${given}, which the catalog does not know`,
                rule: 'catalog/reference',
              },
            ];
      }),
    ),
  );
  return [...missing, ...refused, ...unknown.flat()];
}

// What stands in other files is put in here: the catalog would ask the host of the location for it.
function fillPlaceholders(
  file: TreeFile,
  document: YamlDocument,
  tree: FileTree,
): { entity: YamlObject; missing: Finding[] } {
  const missing: Finding[] = [];
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(fill);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const entries = Object.entries(value);
    const [key, target] = entries[0] ?? [];
    if (
      entries.length === 1 &&
      /^\$(text|json|yaml|openapi|asyncapi)$/.test(key)
    ) {
      const wanted = path.posix.join(
        path.posix.dirname(file.path),
        String(target),
      );
      const text = tree.text(wanted);
      if (text === undefined) {
        missing.push({
          file: file.path,
          message: `${key} leads to ${wanted}, which was not made`,
          rule: 'catalog/placeholder',
        });
      }
      return text ?? '';
    }
    return Object.fromEntries(
      entries.map(([name, part]) => [name, fill(part)]),
    );
  };
  return { entity: asObject(fill(document.value)), missing };
}

function completeRef(ref: string, kind: string): string {
  const withKind = ref.includes(':') ? ref : `${kind}:${ref}`;
  return withKind.includes('/') ? withKind : withKind.replace(':', ':default/');
}
