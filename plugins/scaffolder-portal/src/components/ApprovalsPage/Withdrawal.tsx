import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { scaffolderPortalApiRef } from '../../api';
import styles from './ApprovalsPage.module.css';
import { useRequest } from '../../hooks/useRequest';

/** Takes back what the user asked for. */
export function Withdrawal(props: {
  approvalId: string;
  onChange: () => void;
}) {
  const api = useApi(scaffolderPortalApiRef);
  const { send, isBusy, failure } = useRequest(props.onChange);
  return (
    <div className={styles.decision}>
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="secondary"
          isDisabled={isBusy}
          onPress={() => send(() => api.withdrawApproval(props.approvalId))}
        >
          Withdraw
        </Button>
      </div>
      {failure ? (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      ) : undefined}
    </div>
  );
}
