import { Skeleton } from '@backstage/ui';
import {
  AgeNote,
  intervalFor,
  LoadFailure,
  TrendChart,
  type Figure,
} from '@portal/plugin-metrics-react';
import type { WidgetProps } from '@portal/plugin-widgets-react';
import { useKeptFigure } from '../../hooks';
import { figures } from '../../subject';
import { SubjectLine } from '../SubjectLine';
import { SpreadTrend } from './SpreadTrend';
import styles from './TrendWidget.module.css';

/** One figure of the metric store over time, on a board. */
export function TrendWidget(props: WidgetProps) {
  const { result, reload, subject, environment, window } = useKeptFigure(props);
  return (
    <div className={styles.trend} aria-busy={result.state === 'loading'}>
      <SubjectLine subject={subject} days={window} environment={environment}>
        {result.state === 'ready' && <AgeNote {...figures} {...result} />}
      </SubjectLine>
      {result.state === 'loading' && <Skeleton width="100%" height={280} />}
      {result.state === 'failed' && (
        <LoadFailure {...figures} error={result.error} onRetry={reload} />
      )}
      {result.state === 'ready' && <Trend figure={result.value} />}
    </div>
  );
}

function Trend({ figure }: { figure: Figure }) {
  const { definition, distribution, points, value, period } = figure;
  return distribution ? (
    <SpreadTrend definition={definition} points={points} />
  ) : (
    <TrendChart
      definition={definition}
      value={value}
      points={points}
      interval={intervalFor(period)}
      demo={false}
      surface="plain"
    />
  );
}
