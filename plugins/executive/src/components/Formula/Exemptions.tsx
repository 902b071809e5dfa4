import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Alert, Button } from '@backstage/ui';
import {
  executiveExemptionManagePermission,
  type Exemption,
  type HealthPillar,
} from '@portal/plugin-executive-common';
import {
  EntityLink,
  formatDate,
  partStyles as styles,
  ReadOnlyNote,
  ScrollBox,
  Section,
  useLoad,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { ExemptionDialog } from './ExemptionDialog';

function Row(props: {
  exemption: Exemption;
  pillar: string;
  onEnd?: () => void;
}) {
  const { exemption, pillar, onEnd } = props;
  const { decidedBy, demo, entityRef, from, reason, until } = exemption;
  const isOver = until < new Date().toISOString().slice(0, 10);
  return (
    <tr>
      <th scope="row">
        <EntityLink entityRef={entityRef} />
      </th>
      <td>{pillar}</td>
      <td>
        {formatDate(from)} to {formatDate(until)}
        {isOver ? <div className={styles.small}>Over</div> : undefined}
      </td>
      <td className={styles.wide}>
        <bdi>{reason}</bdi>
        <div className={styles.small}>
          Decided by {decidedBy}
          {demo ? ', demo data' : ''}
        </div>
      </td>
      <td>
        {onEnd ? (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`End it: ${pillar} of ${entityRef}`}
            onPress={onEnd}
          >
            End it
          </Button>
        ) : undefined}
      </td>
    </tr>
  );
}

/** Services of which nothing is expected for some time. */
export function Exemptions({ pillars }: { pillars: readonly HealthPillar[] }) {
  const api = useApi(executiveApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => (await api.getExemptions({ signal })).items,
    [api],
  );
  const { result, reload } = useLoad(load);
  const access = usePermission({
    permission: executiveExemptionManagePermission,
  });
  const [isAdding, setAdding] = useState(false);
  const { problem, submit } = useSubmit();
  const end = ({ id, revision }: Exemption) =>
    submit(async () => {
      await api.removeOwned({ kind: 'exemptions', id, revision });
      reload();
    });
  const titleOf = (pillarId: string) =>
    pillars.find(({ id }) => id === pillarId)?.title ?? pillarId;
  return (
    <>
      <Section
        title="Exemptions"
        meaning="Of these services nothing is expected in a pillar for some time: they count neither as meeting it nor as below it. An exemption ends by itself."
        result={result}
        onRetry={reload}
        subject="exemptions"
        permission="executive.node.read"
        actions={
          access.allowed ? (
            <Button variant="secondary" onPress={() => setAdding(true)}>
              New exemption
            </Button>
          ) : undefined
        }
      >
        {items => (
          <>
            {problem ? (
              <Alert role="alert" status="danger" icon title={problem} />
            ) : undefined}
            {items.length === 0 ? (
              <p className={styles.text}>No service is exempt.</p>
            ) : (
              <ScrollBox label="Exemptions">
                <table className={styles.table}>
                  <thead>
                    <tr>
                      <th scope="col">Service</th>
                      <th scope="col">Pillar</th>
                      <th scope="col">Days</th>
                      <th scope="col">Reason</th>
                      <th scope="col">
                        <span hidden>Actions</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map(exemption => (
                      <Row
                        key={exemption.id}
                        exemption={exemption}
                        pillar={titleOf(exemption.pillarId)}
                        onEnd={
                          access.allowed && exemption.origin === 'portal'
                            ? () => end(exemption)
                            : undefined
                        }
                      />
                    ))}
                  </tbody>
                </table>
              </ScrollBox>
            )}
          </>
        )}
      </Section>
      <ReadOnlyNote
        doing="Exempting services"
        permission={executiveExemptionManagePermission}
        access={access}
      />
      {isAdding ? (
        <ExemptionDialog
          pillars={pillars}
          onClose={() => setAdding(false)}
          onChanged={reload}
        />
      ) : undefined}
    </>
  );
}
