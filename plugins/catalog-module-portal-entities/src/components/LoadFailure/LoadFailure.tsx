import { ResponseError, toError } from '@backstage/errors';
import { Alert, Button } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';

function explain(error: unknown): string {
  if (error instanceof ResponseError && error.statusCode === 403) {
    return 'You may not read the catalog. An administrator of the portal can add you to a role that may.';
  }
  return `${
    toError(error).message
  }. Try again; if it stays, tell the team that runs the portal.`;
}

/** Says what could not be loaded, why, and what to do. */
export function LoadFailure(props: {
  what: string;
  error: unknown;
  onRetry: () => void;
}) {
  const { what, error, onRetry } = props;
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={`The catalog did not give ${what}`}
      description={explain(error)}
      customActions={
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiRefreshLine aria-hidden="true" />}
          onPress={onRetry}
        >
          Try again
        </Button>
      }
    />
  );
}
