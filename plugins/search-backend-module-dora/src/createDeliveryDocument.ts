import {
  DEFAULT_NAMESPACE,
  RELATION_OWNED_BY,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import {
  defaultTierEdition,
  doraMetricDefinitions,
  doraMetricIds,
  tierMetricIds,
  type DeliveryFields,
  type DoraMetrics,
  type EntityTiers,
} from '@portal/plugin-dora-common';

/**
 * What the search keeps of a service's delivery.
 *
 * @public
 */
export type DeliveryDocument = IndexableDocument & DeliveryFields;

/**
 * The document of a service that has delivery figures.
 *
 * @param options - `metrics` and `tiers` are those of the last 90 days.
 * @public
 */
export function createDeliveryDocument(options: {
  entity: Entity;
  metrics: DoraMetrics;
  tiers: EntityTiers['metrics'];
}): DeliveryDocument {
  const { entity, metrics, tiers } = options;
  const { kind, metadata, spec } = entity;
  const { name, title, namespace = DEFAULT_NAMESPACE } = metadata;
  const entityRef = stringifyEntityRef(entity);
  const page = [namespace, kind, name].map(part =>
    encodeURIComponent(part.toLocaleLowerCase('en-US')),
  );
  return {
    title: title ?? name,
    text: describeTiers(tiers),
    location: `/catalog/${page.join('/')}/delivery`,
    authorization: { resourceRef: entityRef },
    ...Object.fromEntries(
      tierMetricIds.flatMap(id => {
        const tier = tiers[id]?.tier;
        return tier ? [[`tier_${id}`, tier]] : [];
      }),
    ),
    ...Object.fromEntries(
      doraMetricIds.flatMap(id => {
        const { value } = metrics[id];
        return value === undefined ? [] : [[`value_${id}`, value]];
      }),
    ),
    entityRef,
    kind,
    namespace,
    owner: ownersOf(entity).join(', '),
    componentType: typeof spec?.type === 'string' ? spec.type : '',
    edition: String(defaultTierEdition),
  };
}

/** As "Elite deployment frequency, low change lead time (DORA 2023, last 90 days)". */
function describeTiers(tiers: EntityTiers['metrics']): string {
  const found = tierMetricIds.flatMap(id => {
    const tier = tiers[id]?.tier;
    const definition = doraMetricDefinitions.find(each => each.id === id);
    return tier && definition
      ? [`${tier} ${definition.title.toLocaleLowerCase('en-US')}`]
      : [];
  });
  const [first = 'no delivery tier', ...rest] = found;
  const words = [`${first[0].toUpperCase()}${first.slice(1)}`, ...rest];
  return `${words.join(', ')} (DORA ${defaultTierEdition}, last 90 days)`;
}

function ownersOf(entity: Entity): string[] {
  const owners = entity.relations?.filter(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  return (owners ?? []).map(({ targetRef }) => {
    const { kind, name } = parseEntityRef(targetRef);
    return kind.toLocaleLowerCase('en-US') === 'group' ? name : targetRef;
  });
}
