import { UnifiedThemeProvider } from '@backstage/theme';
import { ReactNode } from 'react';
import { cssVariables } from './cssVariables';
import { materialThemes } from './materialThemes';
import { ThemeMode } from './tokens';

/** Options of {@link PortalThemeProvider}. @public */
export interface PortalThemeProviderProps {
  /** Which of the two themes. */
  mode: ThemeMode;
  /** What is to be dressed. */
  children: ReactNode;
}

/**
 * Dresses what is inside it: the CSS variables of the tokens and the Material UI theme made from them.
 *
 * @public
 */
export function PortalThemeProvider(props: PortalThemeProviderProps) {
  const { mode, children } = props;
  return (
    <UnifiedThemeProvider theme={materialThemes[mode]} themeName="portal">
      <style>{cssVariables}</style>
      {children}
    </UnifiedThemeProvider>
  );
}
