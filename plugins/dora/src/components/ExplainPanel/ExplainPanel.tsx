import type { ReactNode } from 'react';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Link,
  Skeleton,
} from '@backstage/ui';
import type {
  CountedThing,
  DoraMetricId,
  EntityExplanation,
  MetricExplanation,
} from '@portal/plugin-dora-common';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import {
  formatDuration,
  formatNumber,
  LoadFailure,
  type Loaded,
} from '@portal/plugin-metrics-react';
import { definitionsPath, explainParam } from '../../routes';
import { useParams } from '../../selection';
import { deliverySubject } from '../../words';
import styles from './ExplainPanel.module.css';

/** Properties of {@link ExplainPanel}. */
export type ExplainPanelProps = {
  definition: MetricDefinition & { id: DoraMetricId };
  result: Loaded<Pick<EntityExplanation, 'metrics'>>;
  onRetry: () => void;
  /** More of what stands behind the figure, loaded once it is looked at. */
  children?: ReactNode;
};

function Things(props: {
  title: string;
  things: readonly CountedThing[];
  none: string;
}) {
  const { title, things, none } = props;
  return (
    <div className={styles.part}>
      <h4 className={styles.heading}>{title}</h4>
      {things.length === 0 ? (
        <p className={styles.text}>{none}</p>
      ) : (
        <ul className={styles.things} aria-label={title}>
          {things.map(({ label, count, why }) => (
            <li key={`${label} ${why ?? ''}`}>
              <strong>{formatNumber(count)}</strong> {label}
              {why ? <span className={styles.text}>: {why}</span> : undefined}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Explanation(props: {
  definition: MetricDefinition;
  explanation: MetricExplanation;
}) {
  const { definition, explanation } = props;
  const { formula, inputs, exclusions, percentiles } = explanation;
  return (
    <div className={styles.parts}>
      <div className={styles.part}>
        <h4 className={styles.heading}>With the numbers of this period</h4>
        <p className={styles.formula}>{formula}</p>
        {percentiles ? (
          <p className={styles.text}>
            Median {formatDuration(percentiles.p50)}, 75 % within{' '}
            {formatDuration(percentiles.p75)}, 90 % within{' '}
            {formatDuration(percentiles.p90)} (n ={' '}
            {formatNumber(percentiles.count)}).
          </p>
        ) : undefined}
        <p className={styles.text}>{definition.estimator}</p>
        <Link href={definitionsPath}>How every figure is defined</Link>
      </div>
      <Things
        title="What it rests on"
        things={inputs}
        none="Nothing in this period."
      />
      <Things
        title="What is left out, and why"
        things={exclusions}
        none="Nothing was left out."
      />
    </div>
  );
}

/** How the chosen figure came about: formula, inputs, and what was left out. The address keeps whether it is open. */
export function ExplainPanel(props: ExplainPanelProps) {
  const { definition, result, onRetry, children } = props;
  const { params, change } = useParams();
  const isOpen = params.has(explainParam);
  let body = <Skeleton width="100%" height={120} />;
  if (result.state === 'failed') {
    body = (
      <LoadFailure
        {...deliverySubject}
        error={result.error}
        onRetry={onRetry}
      />
    );
  } else if (result.state === 'ready') {
    body = (
      <div className={styles.body}>
        <Explanation
          definition={definition}
          explanation={result.value.metrics[definition.id]}
        />
        {isOpen ? children : undefined}
      </div>
    );
  }
  return (
    <Accordion
      isExpanded={isOpen}
      onExpandedChange={open =>
        change({ [explainParam]: open ? 'yes' : undefined }, { replace: true })
      }
    >
      <AccordionTrigger title={`Explain: ${definition.title.toLowerCase()}`} />
      <AccordionPanel>{body}</AccordionPanel>
    </Accordion>
  );
}
