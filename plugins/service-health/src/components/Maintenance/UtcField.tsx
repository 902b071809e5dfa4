import { useId } from 'react';
import { formatOwn } from './formatUtc';
import { fromUtcField } from './toUtcField';
import styles from './Maintenance.module.css';

/**
 * Asks for an instant in UTC, and says what that is by the reader's clock. The field is the platform's own, which every phone and
 * screen reader knows.
 */
export function UtcField(props: {
  label: string;
  value: string;
  problem?: string;
  onChange: (value: string) => void;
}) {
  const { label, value, problem, onChange } = props;
  const id = useId();
  const at = fromUtcField(value);
  const own = Number.isNaN(at)
    ? undefined
    : formatOwn(new Date(at).toISOString());
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label} (UTC)</label>
      <input
        id={id}
        className={styles.input}
        type="datetime-local"
        required
        value={value}
        aria-invalid={Boolean(problem)}
        aria-describedby={`${id}-own ${id}-problem`}
        onChange={event => onChange(event.target.value)}
      />
      <p id={`${id}-own`} className={styles.note}>
        {own && `${own} by your clock`}
      </p>
      <p id={`${id}-problem`} className={styles.problem}>
        {problem}
      </p>
    </div>
  );
}
