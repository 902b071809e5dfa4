import { RiCloseLine, RiMenuLine } from '@remixicon/react';
import { Logo } from '@portal/theme';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { NavLine } from './NavLine';
import { NavList } from './NavList';
import styles from './PortalNav.module.css';
import { ResolvedGroup } from './resolveNav';

interface PhoneBarProps {
  groups: ResolvedGroup[];
  current?: string;
}

/** The navigation of a phone: four pages at hand, the rest in a menu that covers the screen. */
export function PhoneBar(props: PhoneBarProps) {
  const { groups, current } = props;
  const menu = useRef<HTMLDialogElement>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    if (menu.current?.open) {
      menu.current.close();
    }
  }, [pathname]);

  const entries = groups
    .flatMap(group => group.entries)
    .filter(({ onPhone }) => onPhone);
  return (
    <nav className={styles.phone} aria-label="Main, short">
      <ul className={styles.phoneList}>
        {entries.map(entry => (
          <NavLine
            key={entry.href}
            entry={entry}
            current={entry.href === current}
          />
        ))}
        <li>
          <button
            type="button"
            className={styles.line}
            aria-haspopup="dialog"
            onClick={() => menu.current?.showModal()}
          >
            <span className={styles.icon} aria-hidden="true">
              <RiMenuLine size={20} />
            </span>
            <span className={styles.words}>Menu</span>
          </button>
        </li>
      </ul>
      <dialog ref={menu} className={styles.menu} aria-label="Menu">
        <div className={styles.menuTop}>
          <Logo />
          <button
            type="button"
            className={styles.close}
            aria-label="Close the menu"
            onClick={() => menu.current?.close()}
          >
            <RiCloseLine size={24} aria-hidden="true" />
          </button>
        </div>
        <NavList groups={groups} current={current} />
      </dialog>
    </nav>
  );
}
