import { Container } from '@backstage/ui';
import { ScopePicker } from '@portal/plugin-metrics-react';
import { noLines, scopeKinds, useCostSelection } from '../../selection';
import { CostContent } from '../CostContent';

/** The cost of a scope that the reader chooses. */
export function CostPage() {
  const { selection, change } = useCostSelection();
  return (
    <Container>
      <CostContent
        title={
          <ScopePicker
            scope={selection.scope}
            label="Whose cost"
            kinds={scopeKinds}
            onSelect={scope =>
              change({
                ...noLines,
                scope,
                groupBy: undefined,
              })
            }
          />
        }
      />
    </Container>
  );
}
