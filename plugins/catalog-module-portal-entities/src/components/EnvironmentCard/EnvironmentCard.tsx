import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { readNumber, readText } from '../../types/readSpec';
import { sentenceCase } from '../../types/words';
import { FactList } from '../FactList';
import { PromotePaths } from '../PromotePath';
import styles from './EnvironmentCard.module.css';

/** Where an environment stands on the way to production. */
export function EnvironmentCard() {
  const { entity } = useEntity();
  const stage = readText(entity, 'stage');
  return (
    <EntityInfoCard title="Way to production">
      <div className={styles.card}>
        <PromotePaths currentRef={stringifyEntityRef(entity)} />
        <FactList
          facts={[
            { name: 'Stage', value: stage && sentenceCase(stage) },
            { name: 'Position', value: readNumber(entity, 'order') },
            {
              name: 'Production',
              value:
                entity.spec?.production === true
                  ? 'Yes: a deployment here is a deployment to customers'
                  : 'No: deployments here do not count as deployments to customers',
            },
          ]}
        />
      </div>
    </EntityInfoCard>
  );
}
