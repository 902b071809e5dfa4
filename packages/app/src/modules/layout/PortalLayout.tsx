import { ReactNode } from 'react';
import styles from './PortalLayout.module.css';

interface PortalLayoutProps {
  nav: ReactNode;
  children: ReactNode;
}

const contentId = 'portal-content';

/** Navigation at the side (at the bottom of a phone), the page beside it, and a way past the navigation. */
export function PortalLayout(props: PortalLayoutProps) {
  const { nav, children } = props;
  return (
    <div className={styles.layout}>
      <a className={styles.skip} href={`#${contentId}`}>
        Skip to content
      </a>
      {nav}
      <div id={contentId} className={styles.content} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}
