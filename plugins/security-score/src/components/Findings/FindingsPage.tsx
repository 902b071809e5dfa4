import { Container } from '@backstage/ui';
import { ScopePicker } from '@portal/plugin-metrics-react';
import { useFindingSelection } from '../../selection';
import { FindingsGuard } from '../parts';
import { FindingsContent } from './FindingsContent';
import { SavedViews } from './SavedViews';

/** The findings that the reader may read, of a scope of choice. */
export function FindingsPage() {
  const { selection, change } = useFindingSelection();
  return (
    <Container>
      <FindingsGuard>
        <FindingsContent
          title={
            <ScopePicker
              scope={selection.scope}
              label="Whose findings"
              onSelect={scope => change({ scope })}
            />
          }
          actions={<SavedViews />}
        />
      </FindingsGuard>
    </Container>
  );
}
