import { useMemo } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { partStyles } from '@portal/plugin-metrics-react';
import { Portfolio } from '../Overview';
import { FindingsGuard } from '../parts';
import { EntityFindings } from './EntityFindings';
import { ScoreSection } from './ScoreSection';
import { ScoreTrend } from './ScoreTrend';

/** The security tab: of a component its score and findings, of a group, system or domain its services. */
export function EntitySecurity() {
  const { entity } = useEntity();
  const entityRef = useMemo(() => stringifyEntityRef(entity), [entity]);
  if (entity.kind.toLocaleLowerCase('en-US') !== 'component') {
    return <Portfolio scope={entityRef} />;
  }
  return (
    <div className={partStyles.page}>
      <ScoreSection entityRef={entityRef} />
      <ScoreTrend entityRef={entityRef} />
      <FindingsGuard>
        <EntityFindings
          entityRef={entityRef}
          hasSecrets={Boolean(
            entity.metadata.annotations?.['vault.io/secrets-path'],
          )}
        />
      </FindingsGuard>
    </div>
  );
}

/** The same as a card: the score alone. */
export function EntityScoreCard() {
  const { entity } = useEntity();
  return <ScoreSection entityRef={stringifyEntityRef(entity)} onlyHead />;
}
