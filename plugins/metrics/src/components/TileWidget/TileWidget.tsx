import { everything } from '@portal/plugin-metrics-common';
import {
  AgeNote,
  describePrevious,
  explainFailure,
  MetricTile,
  MetricTileSkeleton,
  useEntityHref,
} from '@portal/plugin-metrics-react';
import type { WidgetProps } from '@portal/plugin-widgets-react';
import { useKeptFigure } from '../../hooks';
import { figures, textOf } from '../../subject';
import { SubjectLine } from '../SubjectLine';
import styles from './TileWidget.module.css';

/** One figure of the metric store on a board. */
export function TileWidget(props: WidgetProps) {
  const { settings } = props;
  const { result, reload, subject, environment, window } = useKeptFigure(props);
  const linkTo = useEntityHref();
  if (result.state === 'loading') {
    return (
      <div className={styles.tile} aria-busy="true" aria-label="Loading">
        <SubjectLine
          subject={subject}
          days={window}
          environment={environment}
        />
        <MetricTileSkeleton title={String(settings.metric)} surface="fill" />
      </div>
    );
  }
  if (result.state === 'failed') {
    const { short, description } = explainFailure(result.error, figures);
    return (
      <div className={styles.tile}>
        <SubjectLine
          subject={subject}
          days={window}
          environment={environment}
        />
        <MetricTileSkeleton
          title={String(settings.metric)}
          surface="fill"
          failure={short}
          cure={description}
        />
      </div>
    );
  }
  const {
    definition,
    value,
    previous,
    points,
    period,
    coverage,
    distribution,
  } = result.value;
  const href =
    textOf(settings.link) ??
    (subject === everything ? undefined : linkTo(subject));
  return (
    <div className={styles.tile}>
      <SubjectLine
        subject={subject}
        days={window}
        environment={environment}
        coverage={coverage}
      >
        <AgeNote {...figures} {...result} />
      </SubjectLine>
      <MetricTile
        definition={definition}
        value={value}
        previous={previous}
        before={describePrevious(period)}
        points={points}
        distribution={distribution}
        action={href ? { kind: 'link', href } : undefined}
        surface="fill"
        onRetry={reload}
      />
    </div>
  );
}
