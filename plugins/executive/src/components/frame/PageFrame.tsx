import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Container, Skeleton } from '@backstage/ui';
import type { NodeContext, ReportPage } from '@portal/plugin-executive-common';
import {
  partStyles as styles,
  type Loaded,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { wallParam } from '../../routes';
import { reportPageWords } from '../Reports/reportWords';
import { Facts, Trail } from './ContextNotes';
import { Controls } from './Controls';
import { Exports } from './Exports';
import view from './frame.module.css';
import { PageFailure } from './PageFailure';
import { PageWall } from './PageWall';

/** What every page of the portfolio has around it: of which part, of which day, compared with what, and how it is taken along. */
export function PageFrame<T extends { context: NodeContext }>(props: {
  page: ReportPage;
  /** What could not be loaded, in the plural. */
  subject: string;
  result: Loaded<T>;
  onRetry: () => void;
  children: (value: T) => ReactNode;
}) {
  const { page, subject, result, onRetry, children } = props;
  const loaded = result.state === 'ready' ? result.value.context : undefined;
  // What chooses the figures stays while others are on their way, so that nobody loses their place in it.
  const [last, setLast] = useState<NodeContext>();
  useEffect(() => {
    if (loaded) {
      setLast(loaded);
    }
  }, [loaded]);
  const context = loaded ?? last;
  const content = useMemo(
    () => (result.state === 'ready' ? children(result.value) : undefined),
    [result, children],
  );
  const isOnWall = useSearchParams()[0].has(wallParam);
  const found =
    context && result.state === 'ready' ? (
      <>
        <h2 className={view.printed}>
          <bdi>{context.node.title}</bdi>
        </h2>
        <Facts context={context} />
      </>
    ) : undefined;
  const waiting = (
    <>
      {result.state === 'loading' ? (
        <>
          <Skeleton width="60%" height={40} />
          <Skeleton width="100%" height={360} />
        </>
      ) : undefined}
      {result.state === 'failed' ? (
        <PageFailure subject={subject} error={result.error} onRetry={onRetry} />
      ) : undefined}
    </>
  );
  if (isOnWall) {
    const name = reportPageWords[page];
    return (
      <PageWall
        page={page}
        title={context ? `${context.node.title}: ${name}` : name}
        onRefresh={onRetry}
      >
        {found}
        {waiting}
        {content}
      </PageWall>
    );
  }
  return (
    <Container className={view.frame}>
      <div className={styles.page} aria-busy={result.state === 'loading'}>
        {context ? (
          <>
            <Trail context={context} />
            <div className={`${view.head} ${view.controls}`}>
              <Controls context={context} />
              <span className={view.spacer} />
              <Exports page={page} />
            </div>
          </>
        ) : undefined}
        {found}
        {waiting}
        {content}
      </div>
    </Container>
  );
}
