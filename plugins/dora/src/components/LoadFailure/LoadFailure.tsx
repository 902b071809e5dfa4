import { Alert, Button } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { explainFailure } from './explainFailure';

/** Says what could not be loaded, why, and what to do. */
export function LoadFailure(props: { error: unknown; onRetry: () => void }) {
  const { retryable, title, description } = explainFailure(props.error);
  return (
    <Alert
      role="alert"
      status={retryable ? 'danger' : 'warning'}
      icon
      title={title}
      description={description}
      customActions={
        retryable ? (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiRefreshLine aria-hidden="true" />}
            onPress={props.onRetry}
          >
            Try again
          </Button>
        ) : undefined
      }
    />
  );
}
