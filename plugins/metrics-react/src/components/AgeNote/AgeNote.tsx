import { RiErrorWarningLine, RiLoader2Line } from '@remixicon/react';
import { formatAgo, formatInstant } from '../../format';
import { explainFailure, type FailureSubject } from '../LoadFailure';
import styles from './AgeNote.module.css';

/** Properties of {@link AgeNote}. */
export type AgeNoteProps = FailureSubject & {
  /** When what is shown came, as an ISO 8601 instant. */
  at: string;
  /** Whether it is being asked for again. */
  isLoading: boolean;
  /** Why a newer one did not come. */
  error?: unknown;
};

/**
 * How old what is shown is, where it is not of now: a source that answers within a second is not worth a word, one that
 * takes longer or fails is.
 */
export function AgeNote(props: AgeNoteProps) {
  const { at, isLoading, error, ...subject } = props;
  if (error !== undefined) {
    const { short, title } = explainFailure(error, subject);
    return (
      <span className={styles.failed} title={title}>
        <RiErrorWarningLine size={14} aria-hidden="true" />
        <span>
          {short}; from{' '}
          <time dateTime={at} title={formatInstant(at)}>
            {formatAgo(at, new Date())}
          </time>
        </span>
      </span>
    );
  }
  return isLoading ? (
    <span className={styles.loading}>
      <RiLoader2Line size={14} aria-hidden="true" />
      <span>
        From{' '}
        <time dateTime={at} title={formatInstant(at)}>
          {formatAgo(at, new Date())}
        </time>
        , loading
      </span>
    </span>
  ) : null;
}
