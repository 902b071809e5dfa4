import { Select } from '@backstage/ui';
import styles from './DeadLetterList.module.css';

const all = 'all of them';

/** Chooses the consumer whose dead letters are shown, or all. */
export function ConsumerSelect(props: {
  consumer?: string;
  consumers: readonly string[];
  onSelect: (consumer?: string) => void;
}) {
  const { consumer, consumers, onSelect } = props;
  const names = [
    ...new Set(consumer ? [...consumers, consumer] : consumers),
  ].sort((a, b) => a.localeCompare(b));
  return (
    <div className={styles.select}>
      <Select
        label="Consumer"
        options={[
          { id: all, label: 'All consumers' },
          ...names.map(name => ({ id: name, label: name })),
        ]}
        value={consumer ?? all}
        onChange={key => onSelect(key === all ? undefined : String(key))}
      />
    </div>
  );
}
