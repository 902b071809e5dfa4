import {
  stringifyEntityRef,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/** A link to an entity under its own title. */
export function EntityName(props: {
  entityRef: Entity | CompoundEntityRef;
  defaultKind?: string;
  className?: string;
}) {
  const { entityRef, defaultKind, className } = props;
  const hrefOf = useEntityRefLink();
  const { primaryTitle } = useEntityPresentation(
    'metadata' in entityRef ? entityRef : stringifyEntityRef(entityRef),
    { defaultKind },
  );
  return (
    <Link href={hrefOf(entityRef)} className={className} title={primaryTitle}>
      <bdi>{primaryTitle}</bdi>
    </Link>
  );
}
