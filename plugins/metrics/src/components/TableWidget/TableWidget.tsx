import { AgeNote, LoadFailure } from '@portal/plugin-metrics-react';
import { WidgetSkeleton, type WidgetProps } from '@portal/plugin-widgets-react';
import { useMetricTable } from '../../hooks';
import { figures } from '../../subject';
import { FigureTable } from './FigureTable';
import styles from './TableWidget.module.css';

/** Figures of several entities on a board. */
export function TableWidget(props: WidgetProps) {
  const { result, reload } = useMetricTable(props);
  if (result.state === 'loading') {
    return <WidgetSkeleton />;
  }
  if (result.state === 'failed') {
    return <LoadFailure {...figures} error={result.error} onRetry={reload} />;
  }
  return (
    <div className={styles.widget}>
      <AgeNote {...figures} {...result} />
      {result.value.rows.length === 0 ? (
        <p className={styles.note}>
          There is no component here. Name another group, system or domain in
          the settings of the tile.
        </p>
      ) : (
        <FigureTable
          table={result.value}
          limit={Number(props.settings.limit)}
        />
      )}
    </div>
  );
}
