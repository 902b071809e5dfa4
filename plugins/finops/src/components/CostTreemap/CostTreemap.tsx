import { useCallback, useMemo } from 'react';
import {
  getCompoundEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  formatMoney,
  formatRatio,
  Treemap,
  TrendChartSkeleton,
  useLoad,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import type { Question } from '../../hooks';
import { noLines, type SelectionOfPage } from '../../selection';
import { buildTree, type Leaf } from './buildTree';

/** More would be too small to read. */
const mostLeaves = 80;

const columns = (currency: string): DataColumn<Leaf>[] => [
  { id: 'component', title: 'Component', text: leaf => leaf.ref },
  { id: 'owner', title: 'Team', text: leaf => leaf.owner ?? '' },
  { id: 'system', title: 'System', text: leaf => leaf.system ?? '' },
  {
    id: 'total',
    title: 'Cost',
    text: leaf => formatMoney(leaf.total, currency),
    value: leaf => leaf.total,
  },
  { id: 'currency', title: 'Currency', text: () => currency },
];

function titleOf(entity: Entity): string {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
}

/** Who spends how much: teams, their systems, and the components of these. */
export function CostTreemap(
  props: Pick<SelectionOfPage, 'hrefWith'> & {
    question: Question;
    fileName: string;
  },
) {
  const { question, hrefWith, fileName } = props;
  const api = useApi(finopsApiRef);
  const catalogApi = useApi(catalogApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const answer = await api.getCosts(
        { ...question, groupBy: 'entity' },
        { signal },
      );
      const groups = answer.groups
        .filter(({ total }) => Number(total) > 0)
        .slice(0, mostLeaves);
      const refs = groups
        .map(({ key }) => key)
        .filter(key => key.includes(':'));
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs: refs,
        fields: ['kind', 'metadata', 'relations', 'spec.profile'],
      });
      const entities = new Map(
        items.flatMap(entity =>
          entity
            ? [
                [
                  stringifyEntityRef(getCompoundEntityRef(entity)),
                  entity,
                ] as const,
              ]
            : [],
        ),
      );
      const related = (key: string, type: string) =>
        entities
          .get(key)
          ?.relations?.find(
            relation =>
              relation.type === type &&
              (type !== RELATION_PART_OF ||
                relation.targetRef.startsWith('system:')),
          )?.targetRef;
      const leaves = groups.map(({ key, total }): Leaf => {
        const entity = entities.get(key);
        return {
          ref: key,
          name: entity ? titleOf(entity) : key,
          owner: related(key, RELATION_OWNED_BY),
          system: related(key, RELATION_PART_OF),
          total,
        };
      });
      const above = [
        ...new Set(leaves.flatMap(({ owner, system }) => [owner, system])),
      ].flatMap(ref => ref ?? []);
      const parents = await catalogApi.getEntitiesByRefs({
        entityRefs: above,
        fields: ['kind', 'metadata', 'spec.profile'],
      });
      const names = new Map(
        parents.items.map((entity, index) => [
          above[index],
          entity ? titleOf(entity) : undefined,
        ]),
      );
      return { answer, leaves, names };
    },
    [api, catalogApi, question],
  );
  const { result } = useLoad(load);
  const ready = result.state === 'ready' ? result.value : undefined;
  const items = useMemo(() => {
    if (!ready) {
      return [];
    }
    const { answer, leaves, names } = ready;
    const whole = Number(answer.total);
    return buildTree(leaves, {
      nameOf: ref => names.get(ref) ?? ref,
      text: value =>
        whole > 0
          ? `${formatMoney(value, answer.currency)} (${formatRatio(
              value / whole,
            )})`
          : formatMoney(value, answer.currency),
      hrefOf: scope => hrefWith({ ...noLines, scope, groupBy: undefined }),
      unallocatedHref: hrefWith({ ...noLines, groupBy: 'bucket' }),
    });
  }, [ready, hrefWith]);
  if (result.state === 'loading') {
    return <TrendChartSkeleton />;
  }
  // The list below says what failed.
  if (!ready || ready.leaves.length < 2) {
    return null;
  }
  return (
    <Treemap
      title="Where it goes: teams, systems, components"
      meaning={
        ready.answer.groups.length <= mostLeaves
          ? undefined
          : `The ${mostLeaves} dearest components. The list below has all.`
      }
      items={items}
      columns={columns(ready.answer.currency)}
      rows={ready.leaves}
      rowId={leaf => leaf.ref}
      fileName={`${fileName}-components`}
      demo={ready.answer.demo}
    />
  );
}
