/**
 * The columns that a board has on each width of screen.
 *
 * @public
 */
export const gridColumns = { wide: 12, medium: 6, narrow: 1 } as const;

/**
 * A width of screen that a board has a layout for.
 *
 * @public
 */
export type ScreenWidth = keyof typeof gridColumns;

/**
 * From which width of the board's own box, in pixels, each layout is used.
 *
 * @public
 */
export const gridBreakpoints = { wide: 1000, medium: 600, narrow: 0 } as const;
