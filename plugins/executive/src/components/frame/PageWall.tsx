import { useCallback, type ReactNode } from 'react';
import type { ReportPage } from '@portal/plugin-executive-common';
import { turnOf, useWhileVisible, Wall } from '@portal/plugin-metrics-react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { wallParam } from '../../routes';
import view from './frame.module.css';
import { useNodeQuery } from './useNodeQuery';
import { useSubPageHref } from './useSubPageHref';

/** Snapshots are taken every ten minutes. */
const refreshMilliseconds = 5 * 60_000;

/** What takes turns, in this order. */
const pages: ReportPage[] = [
  'portfolio',
  'questions',
  'investment',
  'goals',
  'debt',
  'returns',
  'productivity',
  'success',
];

/** A page of the portfolio on a wall: without what chooses and changes, new every five minutes, in turns with the other pages. */
export function PageWall(props: {
  page: ReportPage;
  title: string;
  onRefresh: () => void;
  children: ReactNode;
}) {
  const { page, title, onRefresh, children } = props;
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const hrefOf = useSubPageHref();
  const { searchWith } = useNodeQuery();
  const turn = turnOf(params.get(wallParam));
  useWhileVisible(onRefresh, refreshMilliseconds);
  const show = useCallback(
    (shown: ReportPage, seconds?: number) =>
      navigate(
        hrefOf(shown, searchWith({ [wallParam]: seconds?.toString() })),
        { replace: true },
      ),
    [hrefOf, navigate, searchWith],
  );
  const leave = useCallback(() => show(page), [page, show]);
  const showNext = useCallback(
    () => show(pages[(pages.indexOf(page) + 1) % pages.length], turn),
    [page, show, turn],
  );
  return (
    <Wall
      title={title}
      noun="page"
      turn={turn}
      onTurn={seconds => show(page, seconds)}
      onNext={showNext}
      onLeave={leave}
    >
      <div className={view.wall}>{children}</div>
    </Wall>
  );
}
