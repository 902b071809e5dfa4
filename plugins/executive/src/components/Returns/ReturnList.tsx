import { useEffect, useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Card, Text } from '@backstage/ui';
import {
  adviceTitles,
  confidenceTitles,
  executiveDebtManagePermission,
  type ReturnAnswer,
  type ServiceReturn,
} from '@portal/plugin-executive-common';
import {
  EntityLink,
  ExportMenu,
  formatRatio,
  partStyles as styles,
  ReadOnlyNote,
  ScrollBox,
  TimeAgo,
} from '@portal/plugin-metrics-react';
import { DecisionDialog } from './DecisionDialog';
import { returnColumns } from './ReturnPlane';
import { roiText, yearText } from './returnWords';
import { ValueDialog } from './ValueDialog';

type Doing = { service: ServiceReturn; what: 'value' | 'decision' };

function Decided({ service }: { service: ServiceReturn }) {
  const { advice, decision } = service;
  if (decision) {
    return (
      <>
        {adviceTitles[decision.advice]}
        <div className={styles.small}>
          <TimeAgo at={decision.at} inline /> by{' '}
          <EntityLink entityRef={decision.by} />: <bdi>{decision.reason}</bdi>
        </div>
      </>
    );
  }
  return (
    <span className={styles.small}>
      {advice
        ? `Nothing decided; the figures say ${adviceTitles[
            advice
          ].toLowerCase()}`
        : 'Nothing decided'}
    </span>
  );
}

/** Services with their value, cost and what was decided; what costs most first. */
export function ReturnList(props: {
  answer: ReturnAnswer;
  /** The service that a dot of the drawing leads to. */
  named?: string;
  onChanged: () => void;
}) {
  const { answer, named, onChanged } = props;
  const access = usePermission({ permission: executiveDebtManagePermission });
  const [doing, setDoing] = useState<Doing>();
  const services = [...answer.services].sort(
    (one, other) =>
      Number(other.cost?.amount ?? -1) - Number(one.cost?.amount ?? -1) ||
      one.title.localeCompare(other.title),
  );
  useEffect(() => {
    if (named) {
      document.getElementById(`return-${named}`)?.scrollIntoView?.({
        block: 'center',
      });
    }
  }, [named]);
  return (
    <Card className={styles.card}>
      <div className={styles.cardHead}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          Services
        </Text>
        <ExportMenu
          fileName="returns"
          columns={returnColumns}
          rows={services}
        />
      </div>
      {answer.total > services.length ? (
        <p className={styles.small}>
          The {services.length} of {answer.total} services that cost most.
        </p>
      ) : undefined}
      {services.length === 0 ? (
        <p className={styles.text}>There is no service here.</p>
      ) : (
        <ScrollBox label="Services with their returns">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Service</th>
                <th scope="col" className={styles.number}>
                  Value a year
                </th>
                <th scope="col" className={styles.number}>
                  Cost a year
                </th>
                <th scope="col" className={styles.number}>
                  Return
                </th>
                <th scope="col" className={styles.number}>
                  Fitness
                </th>
                <th scope="col">Decision</th>
                <th scope="col">
                  <span hidden>Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {services.map(service => (
                <tr
                  key={service.entityRef}
                  id={`return-${service.entityRef}`}
                  aria-current={service.entityRef === named || undefined}
                >
                  <th scope="row">
                    <EntityLink entityRef={service.entityRef} />
                    <div
                      className={styles.small}
                      title={service.confidenceReason}
                    >
                      {confidenceTitles[service.confidence]}:{' '}
                      {service.confidenceReason}
                    </div>
                  </th>
                  <td className={styles.number}>{yearText(service.perYear)}</td>
                  <td className={styles.number}>{yearText(service.cost)}</td>
                  <td className={styles.number}>{roiText(service.roi)}</td>
                  <td className={styles.number}>
                    {service.fitness === undefined
                      ? '–'
                      : formatRatio(service.fitness)}
                  </td>
                  <td>
                    <Decided service={service} />
                  </td>
                  <td>
                    {access.allowed ? (
                      <span className={styles.rowActions}>
                        <Button
                          size="small"
                          variant="secondary"
                          aria-label={`Declare the value of ${service.title}`}
                          onPress={() => setDoing({ service, what: 'value' })}
                        >
                          Value
                        </Button>
                        <Button
                          size="small"
                          variant="secondary"
                          aria-label={`Decide on ${service.title}`}
                          onPress={() =>
                            setDoing({ service, what: 'decision' })
                          }
                        >
                          Decide
                        </Button>
                      </span>
                    ) : undefined}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <ReadOnlyNote
        doing="Declaring values and deciding"
        permission={executiveDebtManagePermission}
        access={access}
      />
      {doing?.what === 'value' ? (
        <ValueDialog
          service={doing.service}
          currency={answer.currency}
          onClose={() => setDoing(undefined)}
          onChanged={onChanged}
        />
      ) : undefined}
      {doing?.what === 'decision' ? (
        <DecisionDialog
          service={doing.service}
          onClose={() => setDoing(undefined)}
          onChanged={onChanged}
        />
      ) : undefined}
    </Card>
  );
}
