/** More tiles than this nobody reads, and a browser draws them slowly. */
export const mostTiles = 60;

/** The lowest row in which a tile may begin. */
export const mostRows = 500;

/** The most rows that a tile may have. */
export const mostHeight = 40;
