import { createUnifiedTheme, palettes, UnifiedTheme } from '@backstage/theme';
import { materialComponents } from './materialComponents';
import { ColorTokens, colors, ThemeMode, type } from './tokens';

function heading(size: number) {
  return {
    fontSize: `${size}rem`,
    fontWeight: type.weight.bold,
    marginBottom: 0,
  };
}

function palette(mode: ThemeMode, color: ColorTokens) {
  const { status, nav } = color;
  return {
    ...palettes[mode],
    primary: {
      main: color.accent,
      dark: color.accentHover,
      contrastText: color.onAccent,
    },
    secondary: { main: color.link, contrastText: color.onAccent },
    error: { main: status.bad.mark },
    warning: { main: status.warning.mark },
    success: { main: status.good.mark },
    info: { main: color.link },
    background: { default: color.app, paper: color.surface },
    text: {
      primary: color.text,
      secondary: color.textSecondary,
      disabled: color.textDisabled,
    },
    divider: color.border,
    status: {
      ok: status.good.mark,
      warning: status.warning.mark,
      error: status.bad.mark,
      running: color.link,
      pending: status.warning.mark,
      aborted: status.unknown.mark,
    },
    border: color.border,
    textContrast: color.text,
    textVerySubtle: color.border,
    textSubtle: color.textSecondary,
    highlight: status.warning.background,
    errorBackground: status.bad.background,
    warningBackground: status.warning.background,
    infoBackground: color.raised,
    errorText: status.bad.text,
    infoText: color.link,
    warningText: status.warning.text,
    link: color.link,
    linkHover: color.linkHover,
    gold: status.warning.mark,
    navigation: {
      background: nav.background,
      indicator: nav.indicator,
      color: nav.text,
      selectedColor: nav.selected,
      navItem: { hoverBackground: nav.hover },
      submenu: { background: nav.hover },
    },
    tabbar: { indicator: color.link },
  };
}

function materialTheme(mode: ThemeMode): UnifiedTheme {
  const color = colors[mode];
  // One quiet header on every page: a page is known by its title, not by the colour of a banner.
  const header = {
    colors: [color.app],
    shape: 'none',
    backgroundImage: 'none',
    fontColor: color.text,
  };
  return createUnifiedTheme({
    palette: palette(mode, color),
    fontFamily: type.family,
    defaultPageTheme: 'home',
    pageTheme: Object.fromEntries(
      [
        'home',
        'documentation',
        'tool',
        'service',
        'website',
        'library',
        'other',
        'app',
        'apis',
        'card',
      ].map(id => [id, header]),
    ),
    typography: {
      htmlFontSize: 16,
      fontFamily: type.family,
      h1: heading(type.size.figure),
      h2: heading(type.size.page),
      h3: heading(type.size.page),
      h4: heading(type.size.title),
      h5: heading(type.size.title),
      h6: heading(type.size.lead),
    },
    components: materialComponents(color),
  });
}

/** The Material UI themes for the pages that are not built with `@backstage/ui`. @public */
export const materialThemes: Record<ThemeMode, UnifiedTheme> = {
  light: materialTheme('light'),
  dark: materialTheme('dark'),
};
