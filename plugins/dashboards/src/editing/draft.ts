import {
  type DashboardSpec,
  type DashboardTile,
  layOut,
  type PersonalBoard,
  type PersonalBoardContent,
} from '@portal/plugin-dashboards-common';
import { fromPersonal } from '../board';

/** A board as its owner is changing it. */
export type Draft = {
  title: string;
  description: string;
  spec: DashboardSpec;
  copiedFrom?: string;
};

/** What a board begins with when it is changed. */
export function toDraft(personal: PersonalBoard): Draft {
  const { title, description = '', spec, copiedFrom } = personal;
  // References, so that a name and its reference are the same choice.
  const { environments } = fromPersonal(personal).board;
  return { title, description, spec: { ...spec, environments }, copiedFrom };
}

/** What is sent: tiles in reading order, as somebody would write them. */
export function toContent(draft: Draft): PersonalBoardContent {
  const { title, description, spec, copiedFrom } = draft;
  return {
    title: title.trim(),
    ...(description.trim() && { description: description.trim() }),
    spec: {
      ...spec,
      tiles: layOut(spec.tiles, 'wide').map(({ tile }) => tile),
    },
    ...(copiedFrom && { copiedFrom }),
  };
}

/** What a tile is called for people. */
export function tileName(
  tile: Pick<DashboardTile, 'title' | 'widget'>,
  widgetTitle?: string,
): string {
  return tile.title ?? widgetTitle ?? tile.widget;
}
