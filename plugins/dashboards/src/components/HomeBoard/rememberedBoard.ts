const key = 'portal.dashboards.home';

/** The board that this browser began with last: it is loaded while the portal is still asked which one it is today. */
export const rememberedBoard = {
  read(): string | undefined {
    try {
      return localStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },

  write(boardRef: string | undefined): void {
    try {
      if (boardRef) {
        localStorage.setItem(key, boardRef);
      } else {
        localStorage.removeItem(key);
      }
    } catch {
      // It is asked for then, a little later.
    }
  },
};
