import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/** Leads to the page of an entity, by its name. */
export function EntityLink(props: { entityRef: string }) {
  const { entityRef } = props;
  const linkTo = useEntityRefLink();
  const { primaryTitle } = useEntityPresentation(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  return (
    <Link href={linkTo(entityRef)} title={entityRef}>
      <bdi>{primaryTitle}</bdi>
    </Link>
  );
}
