import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Grouping } from '../../selection';
import { isEntityKey, titleOfKey } from '../../words';

function EntityName(props: { entityRef: string }) {
  const { entityRef } = props;
  const { kind, namespace } = parseEntityRef(entityRef);
  const { primaryTitle } = useEntityPresentation(entityRef, {
    defaultKind: kind,
    defaultNamespace: namespace,
  });
  return <bdi>{primaryTitle}</bdi>;
}

/** What a group of costs is called; an entity by its title. */
export function KeyName(props: { groupBy: Grouping; name: string }) {
  const { groupBy, name } = props;
  return isEntityKey(groupBy, name) ? (
    <EntityName entityRef={name} />
  ) : (
    <bdi>{titleOfKey(groupBy, name)}</bdi>
  );
}
