/**
 * The portal's design tokens, themes and logo.
 *
 * @packageDocumentation
 */

export * from './components/Logo';
export { contrast } from './contrast';
export { cssVariables } from './cssVariables';
export { materialThemes } from './materialThemes';
export * from './PortalThemeProvider';
export { themeModule, themeModule as default } from './themeModule';
export * from './tokens';
