import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import styles from './TriagePage.module.css';

/** Lines to copy into a file, with a button that does. */
export function Snippet(props: { label: string; text: string }) {
  const { label, text } = props;
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <div className={styles.snippet}>
      <div className={styles.snippetHead}>
        <span className={styles.text}>{label}</span>
        <Button
          size="small"
          variant="secondary"
          iconStart={
            copied === 'yes' ? (
              <RiCheckLine aria-hidden="true" />
            ) : (
              <RiFileCopyLine aria-hidden="true" />
            )
          }
          onPress={copy}
        >
          {copied === 'yes' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <pre className={styles.code}>{text}</pre>
      {copied === 'no' ? (
        <p className={styles.text} role="status">
          The browser did not allow it: mark the lines and copy them.
        </p>
      ) : undefined}
    </div>
  );
}
