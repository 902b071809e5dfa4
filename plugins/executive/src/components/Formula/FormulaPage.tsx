import { useCallback, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Container } from '@backstage/ui';
import {
  executiveFormulaManagePermission,
  type HealthFormula,
} from '@portal/plugin-executive-common';
import type { RegisteredMetric } from '@portal/plugin-metrics-common';
import {
  EntityLink,
  formatInstant,
  formatRatio,
  partStyles as styles,
  ReadOnlyNote,
  ScrollBox,
  Section,
  useLoad,
  useMetricDefinitions,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { Exemptions } from './Exemptions';
import { FormulaDialog } from './FormulaDialog';
import { formulaDifferences } from './formulaDifferences';
import { checkText, weightShare } from './formulaWords';

type Metrics = Map<string, RegisteredMetric>;

function Pillars(props: { formula: HealthFormula; metrics: Metrics }) {
  const { formula, metrics } = props;
  return (
    <ScrollBox label="What is expected">
      <table className={styles.table} aria-label="What is expected">
        <thead>
          <tr>
            <th scope="col">Pillar</th>
            <th scope="col" className={styles.number}>
              Weight
            </th>
            <th scope="col">Expected of every service</th>
          </tr>
        </thead>
        <tbody>
          {formula.pillars.map(pillar => (
            <tr key={pillar.id}>
              <th scope="row">{pillar.title}</th>
              <td className={styles.number}>
                {formatRatio(weightShare(pillar, formula.pillars))}
              </td>
              <td>
                {pillar.checks.map(check => (
                  <div key={`${check.metricId} ${check.of}`}>
                    {checkText(check, metrics.get(check.metricId))}.
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Differences(props: {
  formula: HealthFormula;
  before: HealthFormula;
  metrics: Metrics;
}) {
  const said = formulaDifferences(props.formula, props.before, props.metrics);
  return said.length === 0 ? (
    <span className={styles.small}>Nothing else changed.</span>
  ) : (
    <ul className={styles.items} aria-label="What it changed">
      {said.map(text => (
        <li key={text} className={styles.small}>
          {text}
        </li>
      ))}
    </ul>
  );
}

function Versions(props: {
  versions: readonly HealthFormula[];
  metrics: Metrics;
}) {
  const { versions, metrics } = props;
  return (
    <ul className={styles.items} aria-label="Versions">
      {versions.map((formula, index) => {
        const { changedBy, reason, since, version } = formula;
        const before = versions.at(index + 1);
        return (
          <li key={version} className={styles.item}>
            <h4 className={styles.name}>
              Version {version}
              {index === 0 ? ', in force' : ''}
            </h4>
            <span className={styles.small}>
              since {formatInstant(since)}, by{' '}
              {changedBy.includes(':') ? (
                <EntityLink entityRef={changedBy} />
              ) : (
                `the ${changedBy}`
              )}
              : <bdi>{reason}</bdi>
            </span>
            {before ? (
              <Differences
                formula={formula}
                before={before}
                metrics={metrics}
              />
            ) : undefined}
          </li>
        );
      })}
    </ul>
  );
}

/** What is expected of services, how much each part counts, and every version before. */
export function FormulaPage() {
  const api = useApi(executiveApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => (await api.getFormulas({ signal })).items,
    [api],
  );
  const { result, reload } = useLoad(load);
  const definitions = useMetricDefinitions().result;
  const metrics = useMemo<Metrics>(
    () =>
      new Map(
        definitions.state === 'ready'
          ? definitions.value.map(each => [each.id, each])
          : [],
      ),
    [definitions],
  );
  const access = usePermission({
    permission: executiveFormulaManagePermission,
  });
  const [isEditing, setEditing] = useState(false);
  const formula = result.state === 'ready' ? result.value.at(0) : undefined;
  return (
    <Container>
      <div className={styles.page}>
        <Section
          title="What is expected of services"
          meaning="A service meets a pillar when all of its measured figures reach their targets, is watched between target and floor, and is below beyond the floor of one. What is not measured is left out."
          result={result}
          onRetry={reload}
          subject="formulas"
          permission="executive.node.read"
          actions={
            access.allowed && formula ? (
              <Button onPress={() => setEditing(true)}>Change</Button>
            ) : undefined
          }
        >
          {([current]) => <Pillars formula={current} metrics={metrics} />}
        </Section>
        <Exemptions pillars={formula?.pillars ?? []} />
        <Section
          title="Versions"
          meaning="A snapshot keeps the version that it was judged by."
          result={result}
          onRetry={reload}
          subject="formulas"
        >
          {versions => <Versions versions={versions} metrics={metrics} />}
        </Section>
        <ReadOnlyNote
          doing="Changing what is expected"
          permission={executiveFormulaManagePermission}
          access={access}
        />
        {isEditing && formula ? (
          <FormulaDialog
            formula={formula}
            metrics={metrics}
            onClose={() => setEditing(false)}
            onChanged={reload}
          />
        ) : undefined}
      </div>
    </Container>
  );
}
