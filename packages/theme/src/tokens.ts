/**
 * The look of the portal in one place: every colour, distance, radius and type size that a page of ours uses.
 * Both component libraries (`@backstage/ui` and Material UI) and the CSS variables are derived from here.
 *
 * @packageDocumentation
 */

/** Whether a theme has dark text on a light ground or the other way round. @public */
export type ThemeMode = 'light' | 'dark';

/** A judgement, always shown with an icon or a word beside the colour. @public */
export type Status = 'good' | 'warning' | 'bad' | 'unknown';

/** The three colours of one status. @public */
export interface StatusColors {
  /** Text on any surface or on the status' own `background`: 4.5:1 at least. */
  text: string;
  /** Icons, dots, lines and bars: 3:1 at least against every surface. */
  mark: string;
  /** A quiet ground behind `text`. */
  background: string;
}

/** One step of a scale. @public */
export interface ScaleStep {
  /** The ground of a cell or a segment. Pale steps need an edge and a value in words: they are close to the surface. */
  ground: string;
  /** Text on it: 4.5:1 at least. */
  text: string;
}

/** The colours of one mode. @public */
export interface ColorTokens {
  /** The page behind everything. */
  app: string;
  /** Cards, tables, dialogs. */
  surface: string;
  /** A part set off inside a surface: table heads, code, hovered rows. */
  raised: string;
  /** A part set off inside `raised`. */
  sunken: string;
  /** Body text and headings. */
  text: string;
  /** Captions and help. */
  textSecondary: string;
  /** Text of a control that is switched off; exempt from contrast by definition. */
  textDisabled: string;
  /** Hairlines between things. */
  border: string;
  /** The edge of a control that can be used: 3:1 at least. */
  controlBorder: string;
  /** Links and the marks of what is chosen. */
  link: string;
  /** Links under the pointer. */
  linkHover: string;
  /** The ground of the primary action. */
  accent: string;
  /** The ground of the primary action under the pointer. */
  accentHover: string;
  /** Text on `accent`. */
  onAccent: string;
  /** The ring around what has the keyboard's focus: 3:1 at least. */
  focus: string;
  /** The navigation, dark in both modes. */
  nav: {
    background: string;
    text: string;
    heading: string;
    hover: string;
    selected: string;
    indicator: string;
  };
  /** Judgements. */
  status: Record<Status, StatusColors>;
  /**
   * Categories in Okabe and Ito's order, told apart with the three common colour-vision deficiencies. Each hue is
   * darkened or lightened as far as 3:1 against the surface of its mode asks for.
   */
  series: readonly string[];
  /** From little to much in one hue, for heat maps and ordered bands. */
  scale: readonly ScaleStep[];
}

/** Colours by mode. @public */
export const colors: Record<ThemeMode, ColorTokens> = {
  light: {
    app: '#f3f5f7',
    surface: '#ffffff',
    raised: '#f3f5f7',
    sunken: '#e9edf1',
    text: '#15202b',
    textSecondary: '#4c5967',
    textDisabled: '#98a3ae',
    border: '#dce2e8',
    controlBorder: '#7b8794',
    link: '#0b5a8f',
    linkHover: '#08436b',
    accent: '#0b5a8f',
    accentHover: '#08436b',
    onAccent: '#ffffff',
    focus: '#0b6fb3',
    nav: {
      background: '#11202e',
      text: '#d3dde6',
      heading: '#93a5b6',
      hover: '#1d3143',
      selected: '#ffffff',
      indicator: '#46c2b0',
    },
    status: {
      good: { text: '#1b653a', mark: '#25854c', background: '#e2f3e8' },
      warning: { text: '#7d4b00', mark: '#b06a00', background: '#fdf0d9' },
      bad: { text: '#a3211a', mark: '#c93a31', background: '#fce7e5' },
      unknown: { text: '#4c5967', mark: '#74808d', background: '#eceff2' },
    },
    series: [
      '#b07800',
      '#2489c4',
      '#00875f',
      '#8a7f00',
      '#0072b2',
      '#d05500',
      '#b8588e',
      '#3b4753',
    ],
    scale: [
      { ground: '#d8e8f3', text: '#15202b' },
      { ground: '#a6cbe5', text: '#15202b' },
      { ground: '#69a6d0', text: '#15202b' },
      { ground: '#2470a8', text: '#ffffff' },
      { ground: '#0a4472', text: '#ffffff' },
    ],
  },
  dark: {
    app: '#0e161e',
    surface: '#17222d',
    raised: '#1f2c39',
    sunken: '#283747',
    text: '#e9eff5',
    textSecondary: '#aab8c5',
    textDisabled: '#64727f',
    border: '#2c3b4a',
    controlBorder: '#7f8e9c',
    link: '#7cc0f0',
    linkHover: '#a9d6f6',
    accent: '#7cc0f0',
    accentHover: '#a9d6f6',
    onAccent: '#0b1a27',
    focus: '#7cc0f0',
    nav: {
      background: '#0a1118',
      text: '#c4d0db',
      heading: '#8798a8',
      hover: '#1a2835',
      selected: '#ffffff',
      indicator: '#46c2b0',
    },
    status: {
      good: { text: '#79d39a', mark: '#4fb878', background: '#12301f' },
      warning: { text: '#f0b65a', mark: '#dd9a2f', background: '#36270c' },
      bad: { text: '#ff9d94', mark: '#f0685d', background: '#3d1715' },
      unknown: { text: '#aab8c5', mark: '#8797a6', background: '#25313d' },
    },
    series: [
      '#e69f00',
      '#56b4e9',
      '#1fae84',
      '#f0e442',
      '#4c9fda',
      '#e8762b',
      '#d68fb6',
      '#c3ced8',
    ],
    scale: [
      { ground: '#1f3a50', text: '#ffffff' },
      { ground: '#27587b', text: '#ffffff' },
      { ground: '#3873a0', text: '#ffffff' },
      { ground: '#6fb1df', text: '#0b1a27' },
      { ground: '#b5dcf7', text: '#0b1a27' },
    ],
  },
};

/** The unit of every distance, in pixels. @public */
export const gridUnit = 8;

/** Distances in pixels, multiples or halves of {@link gridUnit}. @public */
export const space = {
  half: 4,
  one: 8,
  two: 16,
  three: 24,
  four: 32,
  six: 48,
} as const;

/** Sizes of the page's frame in pixels. @public */
export const frame = {
  /** Content grows no wider than this. */
  contentWidth: 1600,
  /** Between the edge of the window and the content. */
  gutter: space.three,
  /** The same on a phone. */
  gutterNarrow: space.two,
  /** The navigation with its words. */
  navWidth: 232,
  /** The navigation with icons only. */
  navWidthCompact: 64,
  /** The bar at the bottom of a phone. */
  navBarHeight: 60,
  /** What a finger hits. */
  target: 44,
  /** Up to this width a page is a phone's: one column, navigation at the bottom. */
  phoneMax: 599.95,
  /** From this width the navigation shows its words. */
  desktopMin: 1200,
} as const;

/** Corner radii in pixels. @public */
export const radius = { small: 4, medium: 6, large: 10, full: 9999 } as const;

/** Typefaces that the machine already has, and the sizes in rem. @public */
export const type = {
  family:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
  monospace:
    "ui-monospace, 'Cascadia Code', 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  size: {
    caption: 0.75,
    body: 0.875,
    lead: 1,
    title: 1.25,
    page: 1.5,
    figure: 2,
  },
  weight: { regular: 400, medium: 500, bold: 600 },
} as const;
