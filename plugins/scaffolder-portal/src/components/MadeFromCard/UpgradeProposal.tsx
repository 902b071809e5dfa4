import { lazy, Suspense, useState } from 'react';
import type { JsonObject } from '@backstage/types';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Skeleton } from '@backstage/ui';
import {
  scaffolderPortalUpgradePermission,
  type TemplateUpgrade,
} from '@portal/plugin-scaffolder-portal-common';
import { scaffolderPortalApiRef } from '../../api';
import { useRequest } from '../../hooks/useRequest';
import styles from './MadeFromCard.module.css';
import { UpgradeOutcome } from './UpgradeOutcome';

// The scaffolder's forms are heavy: they come with the first field that is missing.
const MissingValuesForm = lazy(async () => ({
  default: (await import('./MissingValuesForm')).MissingValuesForm,
}));

/** Has the present version of a template proposed to the repository of an entity, and says what came of it. */
export function UpgradeProposal({ entityRef }: { entityRef: string }) {
  const api = useApi(scaffolderPortalApiRef);
  const [upgrade, setUpgrade] = useState<TemplateUpgrade>();
  const { send, isBusy, failure } = useRequest();
  // What one round was answered with stays for the next.
  const [values, setValues] = useState<JsonObject>({});
  const propose = (more: JsonObject = {}) =>
    send(async () => {
      const all = { ...values, ...more };
      setValues(all);
      setUpgrade(
        await api.upgrade({
          entityRef,
          ...(Object.keys(all).length > 0 && { values: all }),
        }),
      );
    });
  const { allowed } = usePermission({
    permission: scaffolderPortalUpgradePermission,
  });
  if (!allowed) {
    return undefined;
  }
  return (
    <div className={styles.upgrade} aria-busy={isBusy}>
      <Button
        size="small"
        variant="secondary"
        isDisabled={isBusy}
        onPress={() => propose()}
      >
        {isBusy ? 'Making the branch…' : 'Propose the upgrade'}
      </Button>
      <div role="status">
        {!failure && upgrade && <UpgradeOutcome upgrade={upgrade} />}
      </div>
      {upgrade?.state === 'incomplete' && (
        <Suspense fallback={<Skeleton width="100%" height={48} />}>
          <MissingValuesForm
            templateRef={upgrade.templateRef}
            problems={upgrade.problems}
            onValues={propose}
          />
        </Suspense>
      )}
      {failure ? (
        <p role="alert" className={styles.line}>
          {failure}
        </p>
      ) : undefined}
    </div>
  );
}
