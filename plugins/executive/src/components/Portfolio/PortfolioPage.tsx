import { Alert, Link } from '@backstage/ui';
import type { Portfolio } from '@portal/plugin-executive-common';
import { formatNumber } from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { PageFrame, useNodeQuery, usePage } from '../frame';
import { HealthTiles } from './HealthTiles';
import { HeatMap } from './HeatMap';
import { NodeFiguresPart } from './NodeFiguresPart';
import { ServicesPanel } from './ServicesPanel';

function Gaps({ gaps }: { gaps: Portfolio['gaps'] }) {
  const { searchWith } = useNodeQuery();
  const parts = [
    ...(gaps.unowned > 0
      ? [
          gaps.unowned === 1
            ? '1 service belongs to nobody'
            : `${formatNumber(gaps.unowned)} services belong to nobody`,
        ]
      : []),
    ...(gaps.unmeasured > 0
      ? [
          `of ${formatNumber(gaps.unmeasured)} ${
            gaps.unmeasured === 1 ? 'service' : 'services'
          } nothing is measured`,
        ]
      : []),
  ];
  return parts.length === 0 ? null : (
    <Alert
      status="info"
      icon
      title={`Not everything is seen: ${parts.join(', ')}.`}
      description={
        <Link href={searchWith({ standing: 'unmeasured' })}>
          Services that are not measured somewhere
        </Link>
      }
    />
  );
}

function Content({ portfolio }: { portfolio: Portfolio }) {
  const [params] = useSearchParams();
  const isOpen = params.has('pillar') || params.has('standing');
  return (
    <>
      <HealthTiles portfolio={portfolio} />
      {isOpen ? (
        <ServicesPanel pillars={portfolio.formula.pillars} />
      ) : undefined}
      <Gaps gaps={portfolio.gaps} />
      <HeatMap portfolio={portfolio} />
      <NodeFiguresPart />
    </>
  );
}

const ask: Parameters<typeof usePage<Portfolio>>[0] = (api, query, options) =>
  api.getPortfolio(query, options);
const show = (portfolio: Portfolio) => <Content portfolio={portfolio} />;

/** How a part of the organisation is doing: health by pillars, part by part, down to the services and what was compared. */
export function PortfolioPage() {
  const { result, reload } = usePage(ask);
  return (
    <PageFrame
      page="portfolio"
      subject="the figures of the portfolio"
      result={result}
      onRetry={reload}
    >
      {show}
    </PageFrame>
  );
}
