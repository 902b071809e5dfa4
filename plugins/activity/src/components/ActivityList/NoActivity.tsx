import { Link } from '@backstage/ui';
import { activityHelpPath } from '../../words';
import styles from './ActivityList.module.css';

/** Why there is nothing, and the next step. */
export function NoActivity(props: { repositories: number; what: string }) {
  const { repositories, what } = props;
  if (repositories === 0) {
    return (
      <p className={styles.note}>
        {what} names no repository at a Git host that the portal hears from.{' '}
        <Link href={activityHelpPath}>Connect a repository</Link> to see what
        happens in it.
      </p>
    );
  }
  return (
    <p className={styles.note}>
      Nothing was heard of{' '}
      {repositories === 1 ? 'its repository' : `${repositories} repositories`}{' '}
      lately. If something happened,{' '}
      <Link href={activityHelpPath}>see how a repository is connected</Link>.
    </p>
  );
}
