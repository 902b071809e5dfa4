import type { PersonalBoardContent } from '@portal/plugin-dashboards-common';

/** A board of a person, with one tile. */
export const harbourBoard: PersonalBoardContent = {
  title: 'My harbour',
  spec: {
    type: 'general',
    owner: 'group:default/harbour',
    tiles: [
      {
        id: 'tides',
        widget: 'TideWidget',
        settings: { harbour: 'Kinsale' },
        wide: { column: 1, row: 1, width: 4, height: 3 },
      },
    ],
  },
};
