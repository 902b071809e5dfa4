import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import styles from './Snippet.module.css';

/** Properties of {@link Snippet}. */
export type SnippetProps = {
  /** What it is, and where it goes. */
  label: string;
  text: string;
  /** What is shown of the text, where that is not all of it as it is. */
  shown?: string;
};

/** Lines to copy, with a button that does. */
export function Snippet(props: SnippetProps) {
  const { label, text, shown = text } = props;
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <div className={styles.snippet}>
      <div className={styles.head}>
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
          aria-label={`${copied === 'yes' ? 'Copied' : 'Copy'}: ${label}`}
          onPress={copy}
        >
          {copied === 'yes' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      {/* It may scroll, and so the keyboard has to reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.code} tabIndex={0} aria-label={label}>
        {shown}
      </pre>
      {copied === 'no' ? (
        <p className={styles.text} role="status">
          The browser did not allow it: mark the lines and copy them.
        </p>
      ) : undefined}
    </div>
  );
}
