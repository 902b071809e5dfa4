import { ResponseError } from '@backstage/errors';
import { ButtonLink } from '@backstage/ui';
import { Empty, LoadFailure } from '@portal/plugin-metrics-react';
import { useLocation } from 'react-router-dom';
import { useNodeQuery } from './useNodeQuery';

const nothingYet = 'There is no snapshot yet';

/** In place of a page that could not be loaded: why, and a way on. */
export function PageFailure(props: {
  subject: string;
  error: unknown;
  onRetry: () => void;
}) {
  const { subject, error, onRetry } = props;
  const { query } = useNodeQuery();
  const { pathname } = useLocation();
  const message =
    error instanceof ResponseError && error.statusCode === 404
      ? error.cause.message
      : undefined;
  return message?.startsWith(nothingYet) ? (
    <Empty title={nothingYet} text={`${message}.`} />
  ) : (
    <>
      <LoadFailure
        subject={subject}
        permission="executive.node.read"
        error={error}
        onRetry={onRetry}
        notFound={{
          title: 'There are no figures of it',
          step: 'Choose another day or another part of the organisation.',
        }}
      />
      {Object.keys(query).length > 0 ? (
        <div>
          <ButtonLink href={pathname} variant="secondary">
            Begin at the top, with the newest day
          </ButtonLink>
        </div>
      ) : undefined}
    </>
  );
}
