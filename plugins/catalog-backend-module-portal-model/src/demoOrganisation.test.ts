import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import {
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  parseEntityRef,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { parseEntityYaml } from '@backstage/plugin-catalog-node';
import { dashboardModelLayer } from '@portal/plugin-catalog-backend-module-dashboards';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { portalModelLayers } from './model/portalModelLayers';

const root = resolve(__dirname, '../../..');
const model = compileCatalogModel([
  defaultCatalogEntityModel,
  ...portalModelLayers,
  dashboardModelLayer,
]);
const ajv = new Ajv({ allErrors: true, strict: false, addUsedSchema: false });
const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

function read(file: string): { file: string; entity: Entity }[] {
  const location = { type: 'file', target: join(root, file) };
  return [...parseEntityYaml(readFileSync(location.target), location)].map(
    result => {
      if (result.type !== 'entity') {
        throw new Error(`${file} is not readable: ${JSON.stringify(result)}`);
      }
      return { file, entity: result.entity };
    },
  );
}

function kindOf(entity: Entity) {
  const kind = model.getKind({
    kind: entity.kind,
    apiVersion: entity.apiVersion,
    spec: { type: entity.spec?.type as string | undefined },
  });
  if (!kind) {
    throw new Error(`The model has no kind ${entity.kind}`);
  }
  return kind;
}

function valuesAt(entity: Entity, path: string): string[] {
  let value: unknown = entity;
  for (const part of path.split('.')) {
    value = (value as Record<string, unknown> | undefined)?.[part];
  }
  return [(value as string | string[] | undefined) ?? []].flat();
}

function unresolved(
  entities: { file: string; entity: Entity }[],
  known: Set<string>,
): string[] {
  return entities.flatMap(({ file, entity }) =>
    kindOf(entity).relationFields.flatMap(field =>
      valuesAt(entity, field.path)
        .map(ref =>
          stringifyEntityRef(
            parseEntityRef(ref, { defaultKind: field.defaultKind }),
          ),
        )
        .filter(ref => !known.has(ref))
        .map(
          ref =>
            `${file}: ${stringifyEntityRef(entity)}: ${field.path}: ${ref}`,
        ),
    ),
  );
}

const [all] = read('catalog/all.yaml');
const demoFiles = (all.entity.spec?.targets as string[]).flatMap(target =>
  globSync(target, { cwd: join(root, 'catalog') }).map(file =>
    join('catalog', file),
  ),
);
const demo = demoFiles.flatMap(read);
const own = read('catalog-info.yaml');
const ownRefs = new Set(own.map(({ entity }) => stringifyEntityRef(entity)));
const refs = [...demo, ...own].map(({ entity }) => stringifyEntityRef(entity));

function ofKind(kind: string, type?: string): Entity[] {
  return demo
    .map(({ entity }) => entity)
    .filter(
      entity => entity.kind === kind && (!type || entity.spec?.type === type),
    );
}

describe('the demo organisation', () => {
  it('is listed in full by catalog/all.yaml', () => {
    // The rules and budgets of cost, and what executives wrote down, are no entities.
    const files = globSync('**/*.yaml', { cwd: join(root, 'catalog') })
      .filter(file => !/^(executive|finops)\b/.test(file))
      .map(file => join('catalog', file));
    expect([...demoFiles, 'catalog/all.yaml'].sort()).toEqual(files.sort());
  });

  it.each(
    [...demo, ...own, all].map(
      item => [item.file, item.entity.metadata.name, item.entity] as const,
    ),
  )('%s: %s fits the model', async (_, __, entity) => {
    await policy.enforce(structuredClone(entity));
    const validate = ajv.compile(kindOf(entity).jsonSchema);
    const text = structuredClone(entity);
    if (typeof text.spec?.definition === 'object') {
      text.spec.definition = 'the text of the file';
    }
    validate(text);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('says of each entity that it is made up, and of nothing real', () => {
    const marked = ({ entity }: { entity: Entity }) =>
      entity.metadata.annotations?.['portal/demo'] === 'true';
    expect([...demo, all].filter(item => !marked(item))).toEqual([]);
    expect(own.filter(marked)).toEqual([]);
  });

  it('has each entity once and no reference to nothing', () => {
    expect(refs).toHaveLength(new Set(refs).size);
    expect(unresolved(demo, new Set(refs))).toEqual([]);
  });

  it('leaves the portal whole when it is taken away', () => {
    expect(unresolved(own, ownRefs)).toEqual([]);
  });

  it('is of the size of a real one', () => {
    expect({
      departments: ofKind('Group', 'department').length,
      teams: ofKind('Group', 'team').length + 1,
      domains: ofKind('Domain').length,
      systems: ofKind('System').length,
      components: ofKind('Component').length,
      libraries: ofKind('Component', 'library').length,
      apis: ofKind('API').length,
      resources: ofKind('Resource').length,
      environments: ofKind('Resource', 'environment').length,
      datasets: ofKind('Resource', 'dataset').length,
      people: ofKind('User').filter(({ metadata }) => metadata.name !== 'guest')
        .length,
    }).toEqual({
      departments: 3,
      teams: 12,
      domains: 5,
      systems: 15,
      components: 60,
      libraries: 8,
      apis: 20,
      resources: 25,
      environments: 5,
      datasets: 5,
      people: 42,
    });
  });

  it('has one way to production', () => {
    const environments = ofKind('Resource', 'environment').sort(
      (a, b) => Number(a.spec?.order) - Number(b.spec?.order),
    );
    expect(
      environments.map(({ metadata, spec }) => [
        metadata.name,
        spec?.promotesTo,
        spec?.production,
      ]),
    ).toEqual([
      ['DEV1', 'SIT1', false],
      ['SIT1', 'UAT1', false],
      ['UAT1', 'PCM', false],
      ['PCM', 'PROD1', false],
      ['PROD1', undefined, true],
    ]);
    const dependsOnEnvironment = demo.filter(({ entity }) =>
      ((entity.spec?.dependsOn as string[]) ?? []).some(ref =>
        environments.some(
          ({ metadata }) => parseEntityRef(ref).name === metadata.name,
        ),
      ),
    );
    expect(dependsOnEnvironment).toEqual([]);
  });

  it('provides each API by somebody and gives everyone a group', () => {
    const provided = ofKind('Component').flatMap(
      ({ spec }) => (spec?.providesApis as string[]) ?? [],
    );
    expect(provided.sort()).toEqual(
      ofKind('API')
        .map(({ metadata }) => metadata.name)
        .sort(),
    );
    expect(
      ofKind('User').filter(
        ({ spec }) => (spec?.memberOf as string[]).length === 0,
      ),
    ).toEqual([]);
  });

  it('has readable API definitions in four languages', () => {
    const begins: Record<string, RegExp> = {
      openapi: /^openapi: 3\./,
      asyncapi: /^asyncapi: 2\./,
      grpc: /^syntax = "proto3";/,
      graphql: /^(scalar DateTime\s+)?type Query \{/,
    };
    for (const { metadata, spec } of ofKind('API')) {
      const type = String(spec?.type);
      expect(spec?.definition).toMatch(begins[type]);
      const written = type.endsWith('api')
        ? parse(String(spec?.definition))
        : { info: { title: type } };
      expect([metadata.name, written.info.title]).toEqual([
        metadata.name,
        expect.stringMatching(/\w/),
      ]);
    }
    expect(new Set(ofKind('API').map(({ spec }) => spec?.type))).toEqual(
      new Set(['openapi', 'asyncapi', 'grpc', 'graphql']),
    );
  });

  it('has the documentation that it points to, beside the entity', () => {
    const documented = demo.flatMap(({ file, entity }) => {
      const ref = entity.metadata.annotations?.['backstage.io/techdocs-ref'];
      return ref ? [join(root, dirname(file), ref.replace(/^dir:/, ''))] : [];
    });
    const sites = globSync('catalog/**/mkdocs.yml', { cwd: root }).map(file =>
      join(root, dirname(file)),
    );
    expect(documented.sort()).toEqual(sites.sort());
    for (const site of sites) {
      const config = parse(readFileSync(join(site, 'mkdocs.yml'), 'utf-8'));
      // As TechDocs writes it, so that building the pages leaves the file as it is.
      expect(config.theme).toEqual({ name: 'material', font: false });
      const pages: string[] = config.nav.flatMap(
        (entry: Record<string, string>) => Object.values(entry),
      );
      expect(
        pages.filter(page => !existsSync(join(site, 'docs', page))),
      ).toEqual([]);
      expect(relative(root, site)).not.toContain('..');
    }
  });
});
