import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import {
  scaffolderPortalUpgradePermission,
  type TemplateUpgrade,
} from '@portal/plugin-scaffolder-portal-common';
import { scaffolderPortalApiRef } from '../../api';
import { useRequest } from '../../hooks/useRequest';
import styles from './MadeFromCard.module.css';
import { UpgradeOutcome } from './UpgradeOutcome';

/** Has the present version of a template proposed to the repository of an entity, and says what came of it. */
export function UpgradeProposal({ entityRef }: { entityRef: string }) {
  const api = useApi(scaffolderPortalApiRef);
  const [upgrade, setUpgrade] = useState<TemplateUpgrade>();
  const { send, isBusy, failure } = useRequest();
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
        onPress={() =>
          send(async () => setUpgrade(await api.upgrade({ entityRef })))
        }
      >
        {isBusy ? 'Making the branch…' : 'Propose the upgrade'}
      </Button>
      <div role="status">
        {!failure && upgrade && <UpgradeOutcome upgrade={upgrade} />}
      </div>
      {failure ? (
        <p role="alert" className={styles.line}>
          {failure}
        </p>
      ) : undefined}
    </div>
  );
}
