import { useEffect } from 'react';
import { Container, Skeleton } from '@backstage/ui';
import { ScopePicker, useDefaultScope } from '@portal/plugin-metrics-react';
import { useOverviewSelection } from '../../selection';
import { OverviewContent } from '../OverviewContent';

/** The delivery of many services, of a scope that the reader chooses. */
export function OverviewPage() {
  const { selection, change } = useOverviewSelection();
  const { scope } = selection;
  const found = useDefaultScope(scope === undefined);
  const first =
    scope === undefined && found.state === 'ready' ? found.value : undefined;

  // Written into the address, so that whoever gets the link sees the same.
  useEffect(() => {
    if (first) {
      change({ scope: first }, { replace: true });
    }
  }, [first, change]);

  return (
    <Container>
      {scope ? (
        <OverviewContent
          scope={scope}
          title={
            <ScopePicker
              scope={scope}
              onSelect={next => change({ scope: next, environment: undefined })}
            />
          }
        />
      ) : (
        <div aria-busy="true">
          <Skeleton width="100%" height={480} />
        </div>
      )}
    </Container>
  );
}
