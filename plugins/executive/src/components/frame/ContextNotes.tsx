import { Link } from '@backstage/ui';
import type { NodeContext } from '@portal/plugin-executive-common';
import {
  formatInstant,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import { useLocation } from 'react-router-dom';
import { figuresHelpPath } from '../../routes';
import { dayText } from './days';
import view from './frame.module.css';
import { useNodeQuery } from './useNodeQuery';
import { useSubPageHref } from './useSubPageHref';

/** What the figures rest on. */
export function Facts({ context }: { context: NodeContext }) {
  const { searchWith } = useNodeQuery();
  const hrefOf = useSubPageHref();
  const { asOf, compareDay, day, final, formulaVersion, takenAt } = context;
  return (
    <p className={`${styles.small} ${view.facts}`}>
      Figures of {dayText(day)}
      {final ? '' : stateOf(day, takenAt)}.{' '}
      {compareDay
        ? `Compared with ${dayText(compareDay)}.`
        : 'There is nothing that far back to compare with.'}{' '}
      {asOf
        ? 'On both days of the services that belong to it today. '
        : undefined}
      <Link href={hrefOf('formula', searchWith({}))}>
        Judged by version {formulaVersion}
      </Link>
      . <Link href={figuresHelpPath}>What the figures mean</Link>
    </p>
  );
}

/** A day that is over is looked at again for some days: what was reported late still changes it. */
function stateOf(day: string, takenAt: string): string {
  const looked = `last looked at ${formatInstant(takenAt)}`;
  return day < new Date().toISOString().slice(0, 10)
    ? `, ${looked}`
    : `, which is not over: ${looked}`;
}

/** From the top down to the node. */
export function Trail({ context }: { context: NodeContext }) {
  const { searchWith } = useNodeQuery();
  const { pathname } = useLocation();
  return context.above.length === 0 ? null : (
    <nav aria-label="Above it">
      <ol className={view.trail}>
        {context.above.map(({ ref, title }) => (
          <li key={ref}>
            <Link
              href={`${pathname}${searchWith({
                node: ref === 'everything' ? undefined : ref,
              })}`}
            >
              <bdi>{title}</bdi>
            </Link>
          </li>
        ))}
        <li aria-current="page">
          <bdi>{context.node.title}</bdi>
        </li>
      </ol>
    </nav>
  );
}
