import type { SettingsSchema } from './SettingsSchema';

/**
 * What a board gives to a widget besides its settings: the board's environments, or the entity on whose page it stands.
 *
 * @public
 */
export type WidgetScope = 'environment' | 'entity';

/**
 * How large a widget is on a wide screen, in the grid of a board.
 *
 * @public
 */
export type WidgetSize = {
  /** Columns of 12. */
  width: number;
  /** Rows of 4.5 rem. */
  height: number;
  /** The fewest columns it can be read at; 2 by default. */
  minWidth?: number;
  /** The fewest rows; 2 by default. */
  minHeight?: number;
};

/**
 * What is known about a widget without loading it. The same definition checks the YAML of a board in the catalog and on the
 * command line, and makes the form of its settings in the browser.
 *
 * @public
 */
export type WidgetDefinition = {
  /** The name in a board's YAML, unique in the portal, such as `ServiceHealthWidget`. */
  name: string;
  /** In plain words, sentence case. A tile bears it where the board gives no other. */
  title: string;
  /** One sentence for the list of widgets. */
  description: string;
  /** What can be set, all of it optional or with a default where it can be. Without it the widget has no settings. */
  settings?: SettingsSchema;
  /** What it is given when it is put onto a board. */
  size: WidgetSize;
  /** Its content names it already: the frame shows a title only where the board gives one. */
  drawsTitle?: boolean;
  /** What it makes use of besides its settings. */
  scope?: WidgetScope[];
};
