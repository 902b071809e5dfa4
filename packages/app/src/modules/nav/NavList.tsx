import { useId } from 'react';
import { NavLine } from './NavLine';
import styles from './PortalNav.module.css';
import { ResolvedGroup } from './resolveNav';

interface NavListProps {
  groups: ResolvedGroup[];
  /** The address of the line that is the page shown. */
  current?: string;
}

/** All groups, one under the other. */
export function NavList(props: NavListProps) {
  const { groups, current } = props;
  const id = useId();
  return (
    <div className={styles.groups}>
      {groups.map(({ title, entries }) => (
        <div key={title} className={styles.group}>
          <div id={`${id}-${title}`} className={styles.heading}>
            {title}
          </div>
          <ul className={styles.list} aria-labelledby={`${id}-${title}`}>
            {entries.map(entry => (
              <NavLine
                key={`${entry.page}${entry.href}`}
                entry={entry}
                current={entry.href === current}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
