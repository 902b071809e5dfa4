import styles from './parts.module.css';

/** Classes of what pages are made of: cards, lists, tables, facts. */
export const partStyles = styles;
