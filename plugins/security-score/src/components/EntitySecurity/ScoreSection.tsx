import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  Empty,
  formatNumber,
  partStyles,
  Section,
  TimeAgo,
  useLoad,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import { reportsHelpPath, securityPath, subPaths } from '../../routes';
import { scoreSubject } from '../../words';
import { CoverageWords, ScoreBadge, SeverityCounts } from '../parts';
import { ScoreParts } from './ScoreParts';

function changeWords(change: number | undefined): string {
  if (change === undefined) {
    return 'Nothing to compare with 28 days ago';
  }
  if (Math.abs(change) < 0.05) {
    return 'As it was 28 days ago';
  }
  return `${formatNumber(Math.abs(change))} ${
    change > 0 ? 'higher' : 'lower'
  } than 28 days ago`;
}

/** The score of a service, and what it is made of. */
export function ScoreSection(props: { entityRef: string; onlyHead?: boolean }) {
  const { entityRef, onlyHead } = props;
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getScore({ entityRef }, { signal }),
    [api, entityRef],
  );
  const { result, reload } = useLoad(load);
  return (
    <Section
      title="Security score"
      result={result}
      onRetry={reload}
      height={onlyHead ? 96 : 360}
      {...scoreSubject}
    >
      {score =>
        score.state === 'ok' ? (
          <>
            <ScoreBadge score={score.score} grade={score.grade} large />
            <p className={partStyles.text}>
              <CoverageWords
                coverage={score.coverage}
                confidence={score.confidence}
              />
              . {changeWords(score.change28d)}.
            </p>
            <p className={partStyles.text}>
              <SeverityCounts counts={score.open} none="No open findings" />
              {score.overdue > 0
                ? `, ${formatNumber(score.overdue)} overdue`
                : ''}
            </p>
            {onlyHead ? undefined : <ScoreParts score={score} />}
            <p className={partStyles.small}>
              {score.calculatedAt ? (
                <>
                  Calculated <TimeAgo at={score.calculatedAt} inline />,{' '}
                </>
              ) : undefined}
              <Link href={`${securityPath}/${subPaths.formula}`}>
                formula {score.formulaVersion}
              </Link>
            </p>
          </>
        ) : (
          <Empty
            title="Nothing is known of this service yet"
            text="It has a score as soon as a scanner reports. What is not known is neither good nor bad."
          >
            <Link href={reportsHelpPath}>How to send a report from CI</Link>
          </Empty>
        )
      }
    </Section>
  );
}
