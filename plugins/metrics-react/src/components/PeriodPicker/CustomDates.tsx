import { useId, useState, type FormEvent } from 'react';
import { Button } from '@backstage/ui';
import { explainDates } from '../../period';
import styles from './PeriodPicker.module.css';

/**
 * Two dates and a button: each change of a field would otherwise be a page of its own in the browser's history.
 * The fields are the platform's own, which every phone and screen reader knows.
 */
export function CustomDates(props: {
  from: string;
  to: string;
  onApply: (from: string, to: string) => void;
}) {
  const [from, setFrom] = useState(props.from);
  const [to, setTo] = useState(props.to);
  const [problem, setProblem] = useState<string>();
  const id = useId();

  const apply = (event: FormEvent) => {
    event.preventDefault();
    const explanation = explainDates(from, to);
    setProblem(explanation);
    if (!explanation) {
      props.onApply(from, to);
    }
  };

  return (
    <form className={styles.dates} onSubmit={apply} noValidate>
      <label className={styles.field} htmlFor={`${id}-from`}>
        First day
        <input
          id={`${id}-from`}
          className={styles.input}
          type="date"
          value={from}
          aria-invalid={Boolean(problem)}
          aria-describedby={`${id}-problem`}
          onChange={event => setFrom(event.target.value)}
        />
      </label>
      <label className={styles.field} htmlFor={`${id}-to`}>
        Last day
        <input
          id={`${id}-to`}
          className={styles.input}
          type="date"
          value={to}
          aria-invalid={Boolean(problem)}
          aria-describedby={`${id}-problem`}
          onChange={event => setTo(event.target.value)}
        />
      </label>
      <Button type="submit" variant="secondary">
        Show
      </Button>
      <p id={`${id}-problem`} role="status" className={styles.problem}>
        {problem}
      </p>
    </form>
  );
}
