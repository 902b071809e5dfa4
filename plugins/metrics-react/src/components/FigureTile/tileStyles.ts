import styles from './FigureTile.module.css';

/** Classes of tiles: `tiles` lays them out side by side. */
export const tileStyles = styles;
