import { Link } from '@backstage/ui';
import { partStyles as styles } from '@portal/plugin-metrics-react';
import { monthName } from './monthName';

/** Says which months are closed before one can be, and leads to the first of them. */
export function WaitsFor(props: { blockedBy: readonly string[] }) {
  const [oldest, ...more] = props.blockedBy;
  return (
    <p className={styles.text}>
      Can be closed after{' '}
      <Link href={`?${new URLSearchParams({ month: oldest })}`}>
        {monthName(oldest)}
      </Link>
      {more.length > 0
        ? `, the oldest of ${
            more.length + 1
          } earlier months that are open and have cost`
        : ', which is open and has cost'}
    </p>
  );
}
