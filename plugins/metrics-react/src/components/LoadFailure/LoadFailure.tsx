import { Alert, Button } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { explainFailure, type FailureSubject } from './explainFailure';

/** Properties of {@link LoadFailure}. */
export type LoadFailureProps = FailureSubject & {
  error: unknown;
  onRetry: () => void;
};

/** Says what could not be loaded, why, and what to do. */
export function LoadFailure(props: LoadFailureProps) {
  const { error, onRetry, ...subject } = props;
  const { retryable, title, description } = explainFailure(error, subject);
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
            onPress={onRetry}
          >
            Try again
          </Button>
        ) : undefined
      }
    />
  );
}
