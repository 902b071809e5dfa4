import { SidebarPinStateProvider } from '@backstage/core-components';
import { ReactNode, useRef } from 'react';
import styles from './PortalLayout.module.css';
import { useMainLandmark } from './useMainLandmark';
import { useNavPin } from './useNavPin';
import { usePageTitle } from './usePageTitle';

interface PortalLayoutProps {
  /** What the portal is called. */
  appTitle: string;
  nav: ReactNode;
  children: ReactNode;
}

const contentId = 'portal-content';

/** Navigation at the side (at the bottom of a phone), the page beside it, and a way past the navigation. */
export function PortalLayout(props: PortalLayoutProps) {
  const { appTitle, nav, children } = props;
  const content = useRef<HTMLDivElement>(null);
  useMainLandmark(content);
  usePageTitle(content, appTitle);
  const pin = useNavPin();
  return (
    // The settings page has the switch for it.
    <SidebarPinStateProvider value={pin}>
      <div
        className={pin.isPinned ? styles.layout : styles.layoutCompact}
        data-testid="portal-layout"
      >
        <a className={styles.skip} href={`#${contentId}`}>
          Skip to content
        </a>
        {nav}
        <div
          ref={content}
          id={contentId}
          className={styles.content}
          tabIndex={-1}
        >
          {children}
        </div>
      </div>
    </SidebarPinStateProvider>
  );
}
