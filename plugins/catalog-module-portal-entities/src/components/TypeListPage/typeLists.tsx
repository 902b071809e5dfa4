import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  EntityRefLink,
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { readNumber, readText } from '../../types/readSpec';
import { describeFrequency, sentenceCase } from '../../types/words';
import { ClassificationBadge } from '../DatasetCard';

/** A line of a list: the entity, under its reference. */
export type TypeRow = Entity & { id: string };

/** A column, and the field of the entity that it is sorted by. */
export type TypeColumn = ColumnConfig<TypeRow> & { sortField?: string };

/** What the list of a type shows. */
export interface TypeList {
  kind: 'component' | 'resource';
  specType: string;
  /** The type in words, for sentences. */
  singular: string;
  plural: string;
  description: string;
  columns: TypeColumn[];
  /** The column that the list is sorted by at first. */
  initialSort: string;
  /** Fields that the words of a search are looked for in. */
  searchFields: string[];
  /** The fields of the spec that an entity of the type needs, for who has none yet. */
  example: string;
}

function textColumn(
  id: string,
  label: string,
  words: (text: string) => string = text => text,
): TypeColumn {
  return {
    id,
    label,
    isSortable: true,
    sortField: `spec.${id}`,
    cell: entity => <CellText title={words(readText(entity, id) ?? '')} />,
  };
}

const nameColumn: TypeColumn = {
  id: 'name',
  label: 'Name',
  isRowHeader: true,
  isSortable: true,
  sortField: 'metadata.name',
  cell: entity => (
    <Cell>
      <EntityRefLink entityRef={entity} defaultKind={entity.kind} hideIcon />
    </Cell>
  ),
};

const descriptionColumn: TypeColumn = {
  id: 'description',
  label: 'Description',
  cell: entity => <CellText title={entity.metadata.description ?? ''} />,
};

const ownerColumn: TypeColumn = {
  id: 'owner',
  label: 'Owner',
  cell: entity => (
    <Cell>
      <EntityRefLinks
        entityRefs={getEntityRelations(entity, RELATION_OWNED_BY)}
        defaultKind="group"
        hideIcons
      />
    </Cell>
  ),
};

const commonSearchFields = [
  'metadata.name',
  'metadata.title',
  'metadata.description',
];

/** Libraries, by language and package. */
export const libraryList: TypeList = {
  kind: 'component',
  specType: 'library',
  singular: 'library',
  plural: 'libraries',
  description: 'Code that is here to be built into yours.',
  columns: [
    nameColumn,
    descriptionColumn,
    textColumn('language', 'Language'),
    textColumn('packageName', 'Package'),
    textColumn('latestVersion', 'Newest version'),
    ownerColumn,
  ],
  initialSort: 'name',
  searchFields: [...commonSearchFields, 'spec.packagename', 'spec.language'],
  example:
    'kind: Component\nspec:\n  type: library\n  language: TypeScript\n  packageName: "@example/ui"',
};

/** Datasets, by who may see them and how fresh they are. */
export const datasetList: TypeList = {
  kind: 'resource',
  specType: 'dataset',
  singular: 'dataset',
  plural: 'datasets',
  description: 'Data that is kept for others to use.',
  columns: [
    nameColumn,
    descriptionColumn,
    {
      id: 'classification',
      label: 'Classification',
      isSortable: true,
      sortField: 'spec.classification',
      cell: entity => {
        const classification = readText(entity, 'classification');
        return (
          <Cell>
            {classification && (
              <ClassificationBadge classification={classification} />
            )}
          </Cell>
        );
      },
    },
    textColumn('format', 'Format'),
    textColumn('updateFrequency', 'Updated', text =>
      sentenceCase(describeFrequency(text)),
    ),
    ownerColumn,
  ],
  initialSort: 'name',
  searchFields: [...commonSearchFields, 'spec.format', 'spec.classification'],
  example:
    'kind: Resource\nspec:\n  type: dataset\n  format: parquet\n  classification: internal\n  updateFrequency: daily',
};

/** Environments, in the order in which software passes through them. */
export const environmentList: TypeList = {
  kind: 'resource',
  specType: 'environment',
  singular: 'environment',
  plural: 'environments',
  description: 'Where software runs, and the way that it takes to production.',
  columns: [
    nameColumn,
    descriptionColumn,
    textColumn('stage', 'Stage', sentenceCase),
    {
      id: 'order',
      label: 'Position',
      isSortable: true,
      sortField: 'spec.order',
      cell: entity => (
        <CellText title={String(readNumber(entity, 'order') ?? '')} />
      ),
    },
    {
      id: 'promotesTo',
      label: 'Promotes to',
      cell: entity => (
        <Cell>
          <EntityRefLinks
            entityRefs={getEntityRelations(entity, 'promotesTo')}
            defaultKind="resource"
            hideIcons
          />
        </Cell>
      ),
    },
    ownerColumn,
  ],
  initialSort: 'order',
  searchFields: [...commonSearchFields, 'spec.stage'],
  example:
    'kind: Resource\nspec:\n  type: environment\n  stage: test\n  order: 2\n  production: false',
};
