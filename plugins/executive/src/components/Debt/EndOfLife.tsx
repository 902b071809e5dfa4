import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  EndOfLifeEntry,
  NodeQuery,
} from '@portal/plugin-executive-common';
import {
  EntityLink,
  ExportMenu,
  formatDay,
  partStyles as styles,
  ScrollBox,
  Section,
  Status,
  useLoad,
  type DataColumn,
  type Judgement,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';

const dayLength = 86_400_000;
const soonDays = 180;

function urgencyOf(
  { endOfLife }: EndOfLifeEntry,
  day: string,
): { text: string; judgement: Judgement } {
  if (!endOfLife) {
    return { text: 'No end announced', judgement: 'neutral' };
  }
  const days = (Date.parse(endOfLife) - Date.parse(day)) / dayLength;
  const date = `${formatDay(endOfLife)} ${endOfLife.slice(0, 4)}`;
  if (days <= 0) {
    return { text: `Ended ${date}`, judgement: 'bad' };
  }
  return days <= soonDays
    ? { text: `Ends ${date}`, judgement: 'warning' }
    : { text: `Supported until ${date}`, judgement: 'good' };
}

const columns: readonly DataColumn<EndOfLifeEntry>[] = [
  { id: 'runtime', title: 'Runtime', text: entry => entry.title },
  { id: 'cycle', title: 'Version', text: entry => entry.cycle },
  {
    id: 'end',
    title: 'End of support',
    text: entry => entry.endOfLife ?? '',
  },
  {
    id: 'components',
    title: 'Components',
    text: entry => entry.components.join(' '),
  },
  { id: 'source', title: 'Source', text: entry => entry.source },
];

/** When support of what components run on ends, the next first. */
export function EndOfLife({ query }: { query: NodeQuery }) {
  const api = useApi(executiveApiRef);
  const key = JSON.stringify(query);
  const load = useCallback(
    (signal: AbortSignal) => api.getEndOfLife(JSON.parse(key), { signal }),
    [api, key],
  );
  const { result, reload } = useLoad(load);
  const entries = result.state === 'ready' ? result.value.entries : [];
  return (
    <Section
      title="End of support"
      meaning="Of the runtimes that components name in their annotation portal/runtimes."
      result={result}
      onRetry={reload}
      subject="ends of support"
      actions={
        <ExportMenu fileName="end-of-life" columns={columns} rows={entries} />
      }
    >
      {({ context, datesOf, unknown }) => (
        <>
          {entries.length === 0 ? (
            <p className={styles.text}>
              No component here names a runtime. Add the annotation
              portal/runtimes, such as nodejs@22, postgresql@17.
            </p>
          ) : (
            <ScrollBox label="End of support">
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">Runtime</th>
                    <th scope="col">Support</th>
                    <th scope="col">Components</th>
                  </tr>
                </thead>
                <tbody>
                  {entries.map(entry => {
                    const { text, judgement } = urgencyOf(entry, context.day);
                    return (
                      <tr key={`${entry.product} ${entry.cycle}`}>
                        <th scope="row">
                          {entry.title} {entry.cycle}
                        </th>
                        <td>
                          <Status judgement={judgement}>{text}</Status>
                        </td>
                        <td>
                          {entry.components.map((entityRef, index) => (
                            <span key={entityRef}>
                              {index > 0 ? ', ' : ''}
                              <EntityLink entityRef={entityRef} />
                            </span>
                          ))}
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </ScrollBox>
          )}
          {unknown.length > 0 ? (
            <p className={styles.small}>
              Not known: {unknown.map(({ text }) => text).join(', ')}. Look at
              how they are written.
            </p>
          ) : undefined}
          <p className={styles.small}>
            The dates were last compared with their source on {datesOf}.
          </p>
        </>
      )}
    </Section>
  );
}
