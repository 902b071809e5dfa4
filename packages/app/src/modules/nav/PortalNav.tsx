import { NavContentComponentProps } from '@backstage/plugin-app-react';
import { Logo, LogoMark } from '@portal/theme';
import { useMemo } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { currentHref } from './currentHref';
import { NavList } from './NavList';
import { PhoneBar } from './PhoneBar';
import styles from './PortalNav.module.css';
import { resolveNav } from './resolveNav';

/**
 * The navigation in three shapes that CSS chooses between: words and icons at the side, icons at the side, and a bar
 * at the bottom of a phone.
 */
export function PortalNav(props: NavContentComponentProps) {
  const { navItems } = props;
  const groups = useMemo(() => resolveNav(navItems), [navItems]);
  const { pathname } = useLocation();
  const current = currentHref(
    pathname,
    groups.flatMap(({ entries }) => entries.map(({ href }) => href)),
  );
  return (
    <>
      <nav className={styles.side} aria-label="Main">
        <Link className={styles.brand} to="/">
          <span className={styles.brandWide}>
            <Logo />
          </span>
          <span className={styles.brandCompact}>
            <LogoMark />
          </span>
        </Link>
        <NavList groups={groups} current={current} />
      </nav>
      <PhoneBar groups={groups} current={current} />
    </>
  );
}
