import { useId, useState } from 'react';
import { isDate } from '@portal/plugin-metrics-react';
import view from './frame.module.css';

/**
 * A day to choose. It is applied when it is left or confirmed: while it is typed each digit would be a page of its own in the
 * browser's history. The field is the platform's own, which every phone and screen reader knows.
 */
export function DayField(props: {
  label: string;
  day: string;
  /** The first and the last that can be chosen. */
  min?: string;
  max?: string;
  onApply: (day: string) => void;
}) {
  const { label, day, min, max, onApply } = props;
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const apply = () => {
    const chosen = typed;
    setTyped(undefined);
    if (chosen && chosen !== day && isDate(chosen)) {
      const early = min !== undefined && chosen < min;
      const late = max !== undefined && chosen > max;
      onApply((early && min) || (late && max) || chosen);
    }
  };
  return (
    <label className={view.field} htmlFor={id}>
      {label}
      <input
        id={id}
        className={view.input}
        type="date"
        value={typed ?? day}
        min={min}
        max={max}
        onChange={event => setTyped(event.target.value)}
        onBlur={apply}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            apply();
          }
        }}
      />
    </label>
  );
}
