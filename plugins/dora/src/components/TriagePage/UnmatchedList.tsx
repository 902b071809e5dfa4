import type {
  TriageSubject,
  UnmatchedPage,
  UnmatchedReports,
} from '@portal/plugin-dora-common';
import { formatNumber, TimeAgo } from '@portal/plugin-metrics-react';
import { EntityLink } from '../EntityLink';
import { Snippet } from './Snippet';
import { describeCounts, describeSources } from './triageWords';
import styles from './TriagePage.module.css';

function describeSubject({ annotation, value, within }: TriageSubject) {
  const own = annotation ? `${annotation}: ${value}` : value;
  return within ? `${own} (${within.annotation}: ${within.value})` : own;
}

function nameOf({ subjects, sources }: UnmatchedReports): string {
  return subjects[0]?.value ?? `Nothing named by ${describeSources(sources)}`;
}

/** Reports that no component is known for, with what would make them count. */
export function UnmatchedList(props: { page: UnmatchedPage }) {
  const { items, total } = props.page;
  return (
    <>
      <ul className={styles.items}>
        {items.map(item => (
          <li
            key={
              item.subjects.map(describeSubject).join() + item.sources.join()
            }
            className={styles.item}
          >
            <h3 className={styles.name}>
              <bdi>{nameOf(item)}</bdi>
            </h3>
            <p className={styles.text}>
              {describeCounts(item.counts)} from {describeSources(item.sources)}
              , last <TimeAgo at={item.lastReceivedAt} inline />
            </p>
            {item.subjects.length === 0 ? (
              <p className={styles.text}>
                The sender names no repository and no component, so they cannot
                be matched. Have it name one.
              </p>
            ) : undefined}
            {item.candidates.length > 0 ? (
              <p className={styles.text}>
                Perhaps{' '}
                {item.candidates.map((candidate, index) => (
                  <span key={candidate}>
                    {index > 0 ? ', ' : undefined}
                    <EntityLink entityRef={candidate} />
                  </span>
                ))}
              </p>
            ) : undefined}
            {item.snippet ? (
              <Snippet
                label="Add this to the catalog-info.yaml of its component"
                text={item.snippet}
              />
            ) : undefined}
          </li>
        ))}
      </ul>
      {items.length < total ? (
        <p className={styles.text}>
          Those with the most reports are shown: {formatNumber(items.length)} of{' '}
          {formatNumber(total)}.
        </p>
      ) : undefined}
    </>
  );
}
