import { Link as RouterLink } from 'react-router-dom';
import { useBoardHref } from '../../hooks';
import styles from './BoardListPage.module.css';

/** A board in the list. */
export type BoardEntry = {
  boardRef: string;
  title: string;
  description?: string;
  /** Who keeps it, or who sees it. */
  note: string;
};

/** Boards of one sort; nothing where there are none. */
export function BoardSection(props: { title: string; boards: BoardEntry[] }) {
  const { title, boards } = props;
  const boardHref = useBoardHref();
  if (boards.length === 0) {
    return null;
  }
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.boards}>
        {boards.map(({ boardRef, title: name, description, note }) => (
          <li key={boardRef}>
            <RouterLink className={styles.board} to={boardHref(boardRef)}>
              <span className={styles.name}>
                <bdi>{name}</bdi>
              </span>
              {description && <bdi>{description}</bdi>}
              <span className={styles.note}>{note}</span>
            </RouterLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
