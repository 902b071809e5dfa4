import { Skeleton } from '@backstage/ui';
import { TileFrame, type TileSurface } from './MetricTile';
import styles from './MetricTile.module.css';

/** A tile whose figure is on its way, or did not come. */
export function MetricTileSkeleton(props: {
  title: string;
  surface?: TileSurface;
  /** Why the figure did not come, in a few words. */
  failure?: string;
  /** What to do about it, where the page does not say so already: who can grant a permission. */
  cure?: string;
}) {
  const { title, surface, failure, cure } = props;
  return (
    <TileFrame surface={surface}>
      <div className={styles.head}>
        <h3 className={styles.name}>{title}</h3>
      </div>
      {failure ? (
        <>
          <p className={styles.state}>{failure}</p>
          {cure ? <p className={styles.cure}>{cure}</p> : undefined}
        </>
      ) : (
        <>
          <Skeleton width="50%" height={28} />
          <Skeleton width="80%" height={16} />
          <div className={styles.foot}>
            <Skeleton width="100%" height={48} />
          </div>
        </>
      )}
    </TileFrame>
  );
}
