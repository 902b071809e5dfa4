import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '../hooks';
import type { FigureQuestion } from './Figure';
import { loadFigure } from './loadFigure';
import { metricsApiRef } from './metricsApiRef';

/** A figure of one entity or one scope, and how to ask for it again. Tiles on one board share a request. */
export function useFigure(question: FigureQuestion) {
  const { dimension, metricId, subject, window } = question;
  const metrics = useApi(metricsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      loadFigure(
        metrics,
        {
          metricId,
          subject,
          // What is not given must not be there to hide the default.
          ...(window && { window }),
          ...(dimension && { dimension }),
        },
        { signal },
      ),
    [metrics, metricId, subject, window, dimension],
  );
  return useLoad(load);
}
