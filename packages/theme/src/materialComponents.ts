import { UnifiedThemeOptions } from '@backstage/theme';
import { ColorTokens, frame, radius, space, type } from './tokens';

/**
 * What Material UI's and Backstage's own components need to look like the rest: flat surfaces with a hairline
 * instead of shadows, words as they are written instead of capitals, and a visible ring around the focus.
 */
export function materialComponents(
  color: ColorTokens,
): NonNullable<UnifiedThemeOptions['components']> {
  const hairline = `1px solid ${color.border}`;
  const ring = { outline: `2px solid ${color.focus}`, outlineOffset: 2 };
  return {
    // The variants are sizes here. The elements keep to the outline of a page: its title, its parts, their parts.
    MuiTypography: {
      defaultProps: {
        variantMapping: {
          h1: 'h1',
          h2: 'h2',
          h3: 'h2',
          h4: 'h2',
          h5: 'h2',
          h6: 'h3',
          subtitle1: 'p',
          subtitle2: 'p',
          body1: 'p',
          body2: 'p',
        },
      },
    },
    MuiPaper: {
      styleOverrides: {
        rounded: { borderRadius: radius.large },
        elevation1: { boxShadow: 'none', border: hairline },
        elevation2: { boxShadow: 'none', border: hairline },
      },
    },
    MuiButton: {
      styleOverrides: {
        root: {
          textTransform: 'none',
          borderRadius: radius.medium,
          fontWeight: type.weight.medium,
          '&:focus-visible': ring,
        },
        contained: { boxShadow: 'none' },
      },
    },
    MuiIconButton: { styleOverrides: { root: { '&:focus-visible': ring } } },
    MuiTab: {
      styleOverrides: {
        root: {
          textTransform: 'none',
          letterSpacing: 0,
          minHeight: frame.target,
          color: color.textSecondary,
          '&:hover': { color: color.text, background: color.raised },
          '&.Mui-selected': { color: color.link },
          '&:focus-visible': ring,
        },
        textColorPrimary: { color: color.textSecondary },
      },
    },
    MuiTableRow: {
      styleOverrides: {
        root: { '&:nth-of-type(odd)': { backgroundColor: 'transparent' } },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: {
          lineHeight: 1.4,
          padding: `${space.one + space.half}px ${space.two}px`,
          borderBottom: hairline,
        },
        head: { color: color.textSecondary, fontWeight: type.weight.medium },
      },
    },
    MuiChip: {
      styleOverrides: { root: { borderRadius: radius.medium } },
    },
    MuiTooltip: {
      styleOverrides: {
        tooltip: {
          fontSize: `${type.size.caption}rem`,
          backgroundColor: color.text,
          color: color.surface,
        },
      },
    },
    BackstageHeader: {
      styleOverrides: {
        header: {
          boxShadow: 'none',
          borderBottom: hairline,
          padding: `${space.two}px ${frame.gutter}px`,
          backgroundColor: color.surface,
        },
        title: {
          color: color.text,
          fontSize: `${type.size.page}rem`,
          fontWeight: type.weight.bold,
        },
        subtitle: { color: color.textSecondary },
        type: { color: color.textSecondary },
      },
    },
    BackstageHeaderLabel: {
      styleOverrides: {
        label: { color: color.textSecondary },
        value: { color: color.text },
      },
    },
    BackstageHeaderTabs: {
      styleOverrides: { defaultTab: { textTransform: 'none', minHeight: 44 } },
    },
    CatalogReactUserListPicker: {
      styleOverrides: {
        root: { backgroundColor: 'transparent', boxShadow: 'none' },
        groupWrapper: { margin: 0 },
        title: {
          margin: `${space.one}px 0`,
          textTransform: 'none',
          fontSize: `${type.size.caption}rem`,
          color: color.textSecondary,
        },
      },
    },
    PluginCatalogTableToolbar: {
      styleOverrides: { root: { flexWrap: 'wrap', padding: space.two } },
    },
    BackstageTableToolbar: {
      styleOverrides: {
        root: {
          flexWrap: 'wrap',
          padding: `${space.two}px`,
          '& > h5, & h5': { fontSize: `${type.size.lead}rem` },
        },
        // On a phone the search stands under the heading instead of over it.
        title: { overflow: 'visible', marginRight: space.two },
      },
    },
    MuiCardHeader: {
      styleOverrides: {
        title: {
          fontSize: `${type.size.lead}rem`,
          fontWeight: type.weight.bold,
        },
      },
    },
  };
}
