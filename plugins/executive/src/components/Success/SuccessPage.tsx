import type { SuccessAnswer } from '@portal/plugin-executive-common';
import { PageFrame, usePage } from '../frame';
import { BaselinePart } from './BaselinePart';
import { SuccessCard } from './SuccessCard';
import view from './Success.module.css';

const ask: Parameters<typeof usePage<SuccessAnswer>>[0] = (
  api,
  query,
  options,
) => api.getSuccess(query, options);

/** What the platform wants to reach, against a time that was chosen once. */
export function SuccessPage() {
  const { result, reload } = usePage(ask);
  return (
    <PageFrame
      page="success"
      subject="goals of the platform"
      result={result}
      onRetry={reload}
    >
      {answer => (
        <>
          <BaselinePart answer={answer} onChanged={reload} />
          <div className={view.grid}>
            {answer.metrics.map(metric => (
              <SuccessCard key={metric.id} metric={metric} />
            ))}
          </div>
        </>
      )}
    </PageFrame>
  );
}
