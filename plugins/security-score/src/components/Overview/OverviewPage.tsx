import { Container } from '@backstage/ui';
import { everything } from '@portal/plugin-metrics-common';
import { partStyles, ScopePicker } from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { FindingsGuard } from '../parts';
import { Portfolio } from './Portfolio';
import { PortfolioTrend } from './PortfolioTrend';
import { Statistics } from './Statistics';

/** How safe the services of a scope are, and whether that gets better. */
export function OverviewPage() {
  const [params, setParams] = useSearchParams();
  const scope = params.get('scope') ?? everything;
  const asked = scope === everything ? undefined : scope;
  return (
    <Container>
      <div className={partStyles.page}>
        <ScopePicker
          scope={scope}
          label="Whose services"
          onSelect={next =>
            setParams(current => {
              const others = new URLSearchParams(current);
              if (next === everything) {
                others.delete('scope');
              } else {
                others.set('scope', next);
              }
              return others;
            })
          }
        />
        <Portfolio scope={asked} />
        <PortfolioTrend scope={asked} />
        <FindingsGuard quiet>
          <Statistics scope={asked} />
        </FindingsGuard>
      </div>
    </Container>
  );
}
