import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { readText } from '../../types/readSpec';
import {
  describeAudience,
  describeDuration,
  describeFrequency,
  sentenceCase,
} from '../../types/words';
import { FactList } from '../FactList';
import { ClassificationBadge } from './ClassificationBadge';
import styles from './DatasetCard.module.css';

/** What one has to know before using a dataset: who may see it, how fresh it is, how long it stays. */
export function DatasetCard() {
  const { entity } = useEntity();
  const classification = readText(entity, 'classification');
  const frequency = readText(entity, 'updateFrequency');
  const retention = readText(entity, 'retention');
  const schema = readText(entity, 'schema');

  return (
    <EntityInfoCard title="About this data">
      {classification && (
        <div className={styles.audience}>
          <ClassificationBadge classification={classification} />
          <Text>{describeAudience(classification)}</Text>
        </div>
      )}
      <FactList
        facts={[
          { name: 'Format', value: readText(entity, 'format') },
          {
            name: 'Updated',
            value: frequency && sentenceCase(describeFrequency(frequency)),
          },
          { name: 'Kept for', value: retention && describeDuration(retention) },
          {
            name: 'Schema',
            // Only an address of the web becomes a link; the catalog checks it, but not for entities of before.
            value:
              schema && /^https?:\/\//.test(schema) ? (
                <Link href={schema}>{schema}</Link>
              ) : (
                schema
              ),
          },
        ]}
      />
    </EntityInfoCard>
  );
}
