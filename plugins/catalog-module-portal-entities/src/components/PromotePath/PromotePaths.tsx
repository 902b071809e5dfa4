import { stringifyEntityRef } from '@backstage/catalog-model';
import { Skeleton } from '@backstage/ui';
import { promotePaths } from '../../types/promotePaths';
import { LoadFailure } from '../LoadFailure';
import { PromotePath } from './PromotePath';
import styles from './PromotePaths.module.css';
import { useEnvironments } from './useEnvironments';

/**
 * The ways to production; with `currentRef` only those that lead through that environment. Nothing where there
 * are no environments: the page around it says what to do then.
 */
export function PromotePaths(props: { currentRef?: string }) {
  const { currentRef } = props;
  const { environments, error, retry } = useEnvironments();
  if (error) {
    return (
      <LoadFailure what="the way to production" error={error} onRetry={retry} />
    );
  }
  if (!environments) {
    return <Skeleton className={styles.skeleton} />;
  }
  const paths = promotePaths(environments).filter(
    path =>
      !currentRef ||
      path.some(environment => stringifyEntityRef(environment) === currentRef),
  );
  return (
    <div className={styles.paths}>
      {paths.map(path => (
        <PromotePath
          key={stringifyEntityRef(path[0])}
          path={path}
          currentRef={currentRef}
        />
      ))}
    </div>
  );
}
