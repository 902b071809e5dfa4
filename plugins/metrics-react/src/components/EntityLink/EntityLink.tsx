import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useEntityHref } from '../../hooks';

/**
 * Leads to the page of an entity, by its name, in the colours of what it stands on: a board on a wall is dark in every theme.
 *
 * @public
 */
export function EntityLink(props: {
  entityRef: string;
  /** The path of a tab of that page. */
  tab?: string;
}) {
  const { entityRef, tab } = props;
  const linkTo = useEntityHref();
  const { kind, namespace } = parseEntityRef(entityRef);
  const { primaryTitle } = useEntityPresentation(entityRef, {
    // The name alone: what kind of thing it is stands beside it.
    defaultKind: kind,
    defaultNamespace: namespace,
  });
  return (
    <Link
      href={tab ? `${linkTo(entityRef)}/${tab}` : linkTo(entityRef)}
      title={entityRef}
    >
      <bdi>{primaryTitle}</bdi>
    </Link>
  );
}
