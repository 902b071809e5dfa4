import type {
  TriageSubject,
  UnmatchedPage,
  UnmatchedReports,
} from '@portal/plugin-dora-common';
import {
  EntityLink,
  formatNumber,
  Snippet,
  TimeAgo,
} from '@portal/plugin-metrics-react';
import { ItemList } from './ItemList';
import { describeCounts, describeSources } from './triageWords';
import styles from './TriagePage.module.css';

function describeSubject({ annotation, value, within }: TriageSubject) {
  const own = annotation ? `${annotation}: ${value}` : value;
  return within ? `${own} (${within.annotation}: ${within.value})` : own;
}

function nameOf({ subjects, sources }: UnmatchedReports): string {
  return subjects[0]?.value ?? `Nothing named by ${describeSources(sources)}`;
}

/** What would make reports count that no annotation helps. */
function Advice(props: { item: UnmatchedReports }) {
  const { subjects, snippet } = props.item;
  if (snippet) {
    return null;
  }
  return (
    <p className={styles.text}>
      {subjects.length === 0
        ? 'The sender names no repository and no component, so they cannot be matched. Have it name one.'
        : 'No component has this name. Register it in the catalog, or have the sender use the name that it has there.'}
    </p>
  );
}

function Unmatched(props: { item: UnmatchedReports }) {
  const { item } = props;
  return (
    <>
      <div className={styles.what}>
        <h3 className={styles.name}>
          <bdi>{nameOf(item)}</bdi>
        </h3>
        <p className={styles.text}>
          {describeCounts(item.counts)} from {describeSources(item.sources)},
          last <TimeAgo at={item.lastReceivedAt} inline />
        </p>
        <Advice item={item} />
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
      </div>
      {item.snippet ? (
        <Snippet
          label="Add this to the catalog-info.yaml of its component"
          text={item.snippet}
        />
      ) : undefined}
    </>
  );
}

/** Reports that no component is known for, with what would make them count. */
export function UnmatchedList(props: { page: UnmatchedPage }) {
  const { items, total } = props.page;
  return (
    <>
      <ItemList
        items={items}
        keyOf={({ subjects, sources }) =>
          subjects.map(describeSubject).join() + sources.join()
        }
      >
        {item => <Unmatched item={item} />}
      </ItemList>
      {items.length < total ? (
        <p className={styles.text}>
          Of {formatNumber(total)}, the {formatNumber(items.length)} with the
          most reports can be shown here. The others follow as these are
          matched.
        </p>
      ) : undefined}
    </>
  );
}
