import styles from './MadeFromCard.module.css';

/** Texts that others wrote, one below the other. */
export function Items({ label, items }: { label: string; items: string[] }) {
  return (
    <ul className={styles.items} aria-label={label}>
      {items.map(item => (
        <li key={item}>
          <bdi>{item}</bdi>
        </li>
      ))}
    </ul>
  );
}
