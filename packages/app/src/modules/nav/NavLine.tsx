import { BasicPermission } from '@backstage/plugin-permission-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import styles from './PortalNav.module.css';
import { ResolvedEntry } from './resolveNav';
import { UnreadBadge } from './UnreadBadge';

interface NavLineProps {
  entry: ResolvedEntry;
  current: boolean;
}

function Permitted(props: {
  permission: BasicPermission;
  children: JSX.Element;
}) {
  const { allowed } = usePermission({ permission: props.permission });
  return allowed ? props.children : null;
}

/** One line: shown to who may use the page. */
export function NavLine(props: NavLineProps): ReactNode {
  const { entry, current } = props;
  const line = (
    <li>
      <Link
        to={entry.href}
        className={styles.line}
        aria-current={current ? 'page' : undefined}
        title={entry.title}
      >
        <span className={styles.icon} aria-hidden="true">
          {entry.icon}
        </span>
        <span className={styles.words}>{entry.title}</span>
        {entry.page === 'page:notifications' && <UnreadBadge />}
      </Link>
    </li>
  );
  return entry.permission ? (
    <Permitted permission={entry.permission}>{line}</Permitted>
  ) : (
    line
  );
}
