import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/** Leads to the page of an entity, by its name. */
export function EntityLink({ entityRef }: { entityRef: string }) {
  const { primaryTitle } = useEntityPresentation(entityRef);
  const linkTo = useEntityRefLink();
  return (
    <Link href={linkTo(entityRef)} title={entityRef}>
      <bdi>{primaryTitle}</bdi>
    </Link>
  );
}
