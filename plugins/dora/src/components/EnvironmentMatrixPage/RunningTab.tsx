import { useEntity } from '@backstage/plugin-catalog-react';
import { Card } from '@backstage/ui';
import { wholeCompany } from '@portal/plugin-dora-common';
import { EnvironmentMatrix } from '../EnvironmentMatrix';
import styles from './EnvironmentMatrixPage.module.css';

/** The tab of an environment: what runs in it. */
export function RunningTab() {
  const { entity } = useEntity();
  return (
    <Card className={styles.card}>
      <EnvironmentMatrix scope={wholeCompany} only={[entity.metadata.name]} />
    </Card>
  );
}
