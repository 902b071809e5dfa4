import { ColorTokens, colors, radius, Status, ThemeMode, type } from './tokens';

type Declarations = Record<string, string>;

/** The variables of `@backstage/ui` that carry one of its four intents, from the status that means the same. */
function intent(name: string, color: ColorTokens, status: Status) {
  const { text, mark, background } = color.status[status];
  return {
    [`--bui-fg-${name}`]: text,
    [`--bui-${name}-bg`]: mark,
    [`--bui-${name}-bg-subdued`]: background,
    [`--bui-${name}-fg-subdued`]: text,
    [`--bui-${name}-border`]: mark,
  };
}

function backstageUi(color: ColorTokens): Declarations {
  return {
    '--bui-bg-app': color.app,
    '--bui-bg-neutral-1': color.surface,
    '--bui-bg-neutral-2': color.raised,
    '--bui-bg-neutral-3': color.sunken,
    '--bui-bg-neutral-4': color.raised,
    '--bui-fg-primary': color.text,
    '--bui-fg-secondary': color.textSecondary,
    '--bui-fg-disabled': color.textDisabled,
    '--bui-border-1': color.border,
    '--bui-border-2': color.controlBorder,
    '--bui-ring': color.focus,
    '--bui-accent-bg': color.accent,
    '--bui-accent-bg-hover': color.accentHover,
    '--bui-accent-fg': color.onAccent,
    '--bui-bg-solid': color.accent,
    '--bui-bg-solid-hover': color.accentHover,
    '--bui-bg-solid-pressed': color.accentHover,
    '--bui-fg-solid': color.onAccent,
    '--bui-fg-danger': color.status.bad.text,
    '--bui-fg-success': color.status.good.text,
    '--bui-fg-info': color.link,
    '--bui-fg-danger-on-bg': color.status.bad.text,
    '--bui-fg-warning-on-bg': color.status.warning.text,
    '--bui-fg-success-on-bg': color.status.good.text,
    '--bui-bg-danger': color.status.bad.background,
    '--bui-bg-warning': color.status.warning.background,
    '--bui-bg-success': color.status.good.background,
    ...intent('positive', color, 'good'),
    ...intent('warning', color, 'warning'),
    ...intent('negative', color, 'bad'),
  };
}

function portal(color: ColorTokens): Declarations {
  const declarations: Declarations = {
    '--portal-surface': color.surface,
    '--portal-raised': color.raised,
    '--portal-border': color.border,
    '--portal-text': color.text,
    '--portal-text-secondary': color.textSecondary,
    '--portal-link': color.link,
    '--portal-link-hover': color.linkHover,
    '--portal-focus': color.focus,
    '--portal-nav': color.nav.background,
    '--portal-nav-text': color.nav.text,
    '--portal-nav-heading': color.nav.heading,
    '--portal-nav-hover': color.nav.hover,
    '--portal-nav-selected': color.nav.selected,
    '--portal-nav-indicator': color.nav.indicator,
  };
  for (const [status, { text, mark, background }] of Object.entries(
    color.status,
  )) {
    declarations[`--portal-status-${status}`] = text;
    declarations[`--portal-status-${status}-mark`] = mark;
    declarations[`--portal-status-${status}-bg`] = background;
  }
  color.series.forEach((hue, index) => {
    declarations[`--portal-series-${index + 1}`] = hue;
  });
  color.scale.forEach(({ ground, text }, index) => {
    declarations[`--portal-scale-${index + 1}`] = ground;
    declarations[`--portal-scale-${index + 1}-text`] = text;
  });
  return declarations;
}

function block(selector: string, declarations: Declarations): string {
  const lines = Object.entries(declarations).map(([name, v]) => `${name}:${v}`);
  return `${selector}{${lines.join(';')}}`;
}

function modeDeclarations(mode: ThemeMode): Declarations {
  return {
    'color-scheme': mode,
    ...backstageUi(colors[mode]),
    ...portal(colors[mode]),
  };
}

/**
 * The tokens as CSS: the variables of `@backstage/ui` and our own `--portal-*` ones, for both modes.
 *
 * @remarks
 *
 * The mode is read from `data-theme-mode`, which the theme provider sets on the body and on which the style sheet of
 * `@backstage/ui` is keyed as well. It is set after the first paint: until then the system's preference decides, so
 * that nobody who asked for dark sees a white flash. The rules stand outside any cascade layer and so win over the
 * library's defaults, which are in one.
 *
 * @public
 */
export const cssVariables: string = [
  block(":root,[data-theme-mode='light']", {
    '--bui-font-regular': type.family,
    '--bui-font-monospace': type.monospace,
    '--bui-radius-2': `${radius.small}px`,
    '--bui-radius-3': `${radius.medium}px`,
    '--bui-radius-4': `${radius.large}px`,
    ...modeDeclarations('light'),
  }),
  `@media (prefers-color-scheme:dark){${block(
    'body:not([data-theme-mode])',
    modeDeclarations('dark'),
  )}}`,
  block("[data-theme-mode='dark']", modeDeclarations('dark')),
  '@media (prefers-reduced-motion:reduce){*,::before,::after{animation-duration:.01ms!important;animation-iteration-count:1!important;transition-duration:.01ms!important;scroll-behavior:auto!important}}',
].join('\n');
