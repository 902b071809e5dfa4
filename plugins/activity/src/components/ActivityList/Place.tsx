import { Fragment } from 'react';
import { EntityLink } from '@portal/plugin-metrics-react';

/** Components of a repository that are named; more are counted. */
const mostNamed = 2;

/** The components of the repository, under which people here know it. */
export function Place(props: {
  entityRefs: readonly string[];
  repository: string;
}) {
  const { entityRefs, repository } = props;
  const more = entityRefs.length - mostNamed;
  return (
    <span title={repository}>
      {entityRefs.slice(0, mostNamed).map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && ', '}
          <EntityLink entityRef={ref} />
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`}
    </span>
  );
}
