import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Card, Text } from '@backstage/ui';
import {
  serviceHealthMaintenancePermission,
  type HealthHistory,
  type MaintenanceWindow,
} from '@portal/plugin-service-health-common';
import { RiToolsLine } from '@remixicon/react';
import { environmentsOf } from './environmentsOf';
import { WindowItem } from './WindowItem';
import styles from './Maintenance.module.css';

const EndDialog = lazy(async () => ({
  default: (await import('./EndDialog')).EndDialog,
}));
const PlanDialog = lazy(async () => ({
  default: (await import('./PlanDialog')).PlanDialog,
}));

/** Maintenance that runs or is planned, and what those may do about it who manage it. */
export function Maintenance(props: {
  history: HealthHistory;
  onChanged: () => void;
}) {
  const { history, onChanged } = props;
  const { entityRef, checks, maintenance } = history;
  const { allowed } = usePermission({
    permission: serviceHealthMaintenancePermission,
  });
  const [isPlanning, setPlanning] = useState(false);
  const [ending, setEnding] = useState<MaintenanceWindow>();
  const [ended, setEnded] = useState<string>();
  const title = useRef<HTMLHeadingElement>(null);
  const now = new Date();

  useEffect(() => {
    // Its button is gone with it: the keyboard goes on from the title.
    if (ended && !maintenance.some(({ id }) => id === ended)) {
      title.current?.focus();
      setEnded(undefined);
    }
  }, [ended, maintenance]);

  if (maintenance.length === 0 && !(allowed && checks.length > 0)) {
    return null;
  }
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <Text
          as="h3"
          variant="title-x-small"
          className={styles.title}
          ref={title}
          tabIndex={-1}
        >
          Maintenance
        </Text>
        {allowed && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiToolsLine aria-hidden="true" />}
            onPress={() => setPlanning(true)}
          >
            Plan maintenance
          </Button>
        )}
      </div>
      {maintenance.length === 0 ? (
        <p className={styles.note}>None runs, and none is planned.</p>
      ) : (
        <ul className={styles.items}>
          {maintenance.map(window => (
            <WindowItem
              key={window.id}
              window={window}
              now={now}
              onEnd={allowed ? () => setEnding(window) : undefined}
            />
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {isPlanning && (
          <PlanDialog
            entityRef={entityRef}
            environments={environmentsOf(checks)}
            onClose={() => setPlanning(false)}
            onPlanned={onChanged}
          />
        )}
        {ending && (
          <EndDialog
            window={ending}
            onClose={() => setEnding(undefined)}
            onEnded={() => {
              setEnded(ending.id);
              onChanged();
            }}
          />
        )}
      </Suspense>
    </Card>
  );
}
