import { useCallback } from 'react';
import { ResponseError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { LoadFailure, useLoad } from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import { findingsSubject } from '../../words';
import { FindingsContent } from '../Findings';
import { ExportFindings } from './ExportFindings';
import { Scans } from './Scans';
import { Secrets } from './Secrets';
import { Upgrades } from './Upgrades';

/** What to upgrade, what is open, what was scanned and how old the secrets of a component are; or, once, that its findings are for others. */
export function EntityFindings(props: {
  entityRef: string;
  /** Whether the component says where its secrets are. */
  hasSecrets: boolean;
}) {
  const { entityRef, hasSecrets } = props;
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getUpgrades({ entityRef }, { signal }),
    [api, entityRef],
  );
  const { result, reload } = useLoad(load);
  if (
    result.state === 'failed' &&
    result.error instanceof ResponseError &&
    result.error.statusCode === 403
  ) {
    return (
      <LoadFailure {...findingsSubject} error={result.error} onRetry={reload} />
    );
  }
  return (
    <>
      <Upgrades result={result} onRetry={reload} />
      {/* Nothing more is asked for until it is known that it may be seen. */}
      {result.state === 'loading' ? undefined : (
        <>
          <FindingsContent
            scope={entityRef}
            actions={<ExportFindings entityRef={entityRef} />}
          />
          <Scans entityRef={entityRef} />
          {hasSecrets ? <Secrets entityRef={entityRef} /> : undefined}
        </>
      )}
    </>
  );
}
