/**
 * How much of the page's width a widget takes: all of it, two thirds, or one third. On a phone each takes all. `optional` takes
 * all of it, and nothing, not even a gap, while the widget shows no section.
 */
export type SlotWidth = 'optional' | 'full' | 'wide' | 'narrow';

/** Where a widget stands on the home page. */
export interface HomeSlot {
  /** The widget's name. */
  widget: string;
  width: SlotWidth;
}

/**
 * The order of the home page: the board to begin with, how delivery goes, then what is mine, then what is new and where I was. A widget that
 * is not named here follows after these, so that one that is added shows up without a change here.
 */
export const homeSlots: HomeSlot[] = [
  { widget: 'HomeBoard', width: 'optional' },
  { widget: 'DeliveryFigures', width: 'full' },
  { widget: 'OwnedEntities', width: 'wide' },
  { widget: 'UnreadNotifications', width: 'narrow' },
  { widget: 'HomePageStarredEntities', width: 'wide' },
  { widget: 'HomePageRecentlyVisited', width: 'narrow' },
];

/** Sorts widgets into the slots of the page. */
export function placeWidgets<T extends { name?: string }>(
  widgets: T[],
  slots: HomeSlot[] = homeSlots,
): Array<{ widget: T; width: SlotWidth }> {
  const named = slots.flatMap(({ widget: name, width }) => {
    const widget = widgets.find(candidate => candidate.name === name);
    return widget ? [{ widget, width }] : [];
  });
  const names = new Set(slots.map(({ widget }) => widget));
  const others = widgets
    .filter(({ name }) => name === undefined || !names.has(name))
    .map(widget => ({ widget, width: 'narrow' as const }));
  return [...named, ...others];
}
