import { useEffect, useRef, useState } from 'react';
import { SearchField } from '@backstage/ui';
import styles from './security.module.css';

const pause = 300;

/** A field that asks once its reader pauses, and follows when the text is changed from elsewhere. */
export function SearchText(props: {
  label: string;
  placeholder?: string;
  text: string;
  onAsk: (text: string) => void;
}) {
  const { label, placeholder = label, text, onAsk } = props;
  const [typed, setTyped] = useState(text);
  const asked = useRef(text);
  useEffect(() => {
    // An answer to what was typed here must not take back what was typed since.
    if (text !== asked.current) {
      asked.current = text;
      setTyped(text);
    }
  }, [text]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed !== asked.current) {
        asked.current = typed;
        onAsk(typed);
      }
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, onAsk]);
  return (
    <span className={styles.search}>
      <SearchField
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        onChange={setTyped}
      />
    </span>
  );
}
