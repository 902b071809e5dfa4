import { Card, Container } from '@backstage/ui';
import { wholeCompany } from '@portal/plugin-dora-common';
import { ScopePicker } from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { EnvironmentMatrix } from '../EnvironmentMatrix';
import styles from './EnvironmentMatrixPage.module.css';

const scopeParam = 'scope';

/** What runs where, of a scope that the reader chooses and that its address keeps. */
export function EnvironmentMatrixPage() {
  const [params, setParams] = useSearchParams();
  const scope = params.get(scopeParam) ?? wholeCompany;
  return (
    <Container>
      <section className={styles.page} aria-label="What runs where">
        <ScopePicker
          scope={scope}
          label="Whose services"
          onSelect={next => setParams({ [scopeParam]: next })}
        />
        <Card className={styles.card}>
          <EnvironmentMatrix scope={scope} />
        </Card>
      </section>
    </Container>
  );
}
