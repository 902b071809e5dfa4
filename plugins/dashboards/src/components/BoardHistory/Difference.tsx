import { useApi } from '@backstage/frontend-plugin-api';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import type { DifferenceLine } from '@portal/plugin-dashboards-common';
import { LoadFailure, useLoad } from '@portal/plugin-metrics-react';
import { useCallback } from 'react';
import { dashboardsApiRef } from '../../api';
import { catalogName } from '../../board';
import styles from './BoardHistory.module.css';
import { foldLines } from './foldLines';

const marks = { added: '+', removed: '−', same: ' ' } as const;
const words = { added: 'Added: ', removed: 'Removed: ', same: '' } as const;

/** What changed between two versions of a board, in lines of YAML. */
export function Difference(props: {
  entityRef: string;
  from: number;
  to: number;
}) {
  const { entityRef, from, to } = props;
  const dashboards = useApi(dashboardsApiRef);
  const { result, reload } = useLoad(
    useCallback(
      signal =>
        dashboards.getDifference(
          { ...catalogName(entityRef)!, from, to },
          { signal },
        ),
      [dashboards, entityRef, from, to],
    ),
  );
  if (result.state === 'loading') {
    return <Skeleton width="100%" height={240} />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure
        subject="changes of this version"
        permission="catalog.entity.read"
        error={result.error}
        onRetry={reload}
      />
    );
  }
  const label =
    from === 0
      ? `All of version ${to}, the first that the portal has seen`
      : `What version ${to} changed`;
  return (
    <section className={styles.difference} aria-label={label}>
      <h3 className={styles.heading}>{label}</h3>
      {/* It may scroll, and so the keyboard has to reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.lines} tabIndex={0} aria-label={label}>
        {foldLines(result.value.lines).map(part =>
          typeof part === 'number' ? (
            <span key={`gap-${part}`} className={styles.gap}>
              …{'\n'}
            </span>
          ) : (
            <Line key={part.index} line={part.line} />
          ),
        )}
      </pre>
    </section>
  );
}

function Line({ line: { change, text } }: { line: DifferenceLine }) {
  return (
    <span className={styles[change]}>
      <span aria-hidden>{marks[change]} </span>
      {words[change] && <VisuallyHidden>{words[change]}</VisuallyHidden>}
      {text}
      {'\n'}
    </span>
  );
}
