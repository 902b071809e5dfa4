import { useCallback } from 'react';
import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Link,
  Skeleton,
} from '@backstage/ui';
import {
  formatNumber,
  LoadFailure,
  ScrollBox,
  Snippet,
  TimeAgo,
  useLoad,
} from '@portal/plugin-metrics-react';
import type { WebhookSenderStatus } from '@portal/plugin-webhooks-common';
import { inboxHelpPath } from '../../routes';
import { outcomeNames, senderSetup } from '../../words';
import partStyles from '../parts/parts.module.css';
import styles from './SenderDialog.module.css';

function Address(props: { sender: WebhookSenderStatus['id'] }) {
  const { sender } = props;
  const discovery = useApi(discoveryApiRef);
  const { result, reload } = useLoad(
    useCallback(
      async () => `${await discovery.getBaseUrl('webhooks')}/v1/${sender}`,
      [discovery, sender],
    ),
  );
  switch (result.state) {
    case 'failed':
      return (
        <LoadFailure
          subject="addresses of the inbox"
          error={result.error}
          onRetry={reload}
        />
      );
    case 'ready':
      return <Snippet label="Address for the sender" text={result.value} />;
    default:
      return <Skeleton width="100%" height={72} />;
  }
}

function Events(props: { counts: WebhookSenderStatus['counts'] }) {
  const counts = [...props.counts].sort(
    (a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt),
  );
  return (
    <section>
      <h3 className={partStyles.heading}>What became of its requests</h3>
      <ScrollBox label="Requests by event">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Event</th>
              <th scope="col">Outcome</th>
              <th scope="col">Requests</th>
              <th scope="col">Last</th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ event, outcome, count, lastAt }) => (
              <tr key={`${event} ${outcome}`}>
                <th scope="row">
                  {event ? <bdi>{event}</bdi> : 'Refused before it was known'}
                </th>
                <td>{outcomeNames[outcome]}</td>
                <td>{formatNumber(count)}</td>
                <td>
                  <TimeAgo at={lastAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

/** How a sender is set up, and its requests by event. */
export function SenderDialog(props: {
  sender: WebhookSenderStatus;
  onClose: () => void;
}) {
  const { sender, onClose } = props;
  const { snippet, proof, helpPath } = senderSetup(sender.id);
  return (
    <Dialog
      className={partStyles.window}
      isOpen
      onOpenChange={open => {
        if (!open) {
          onClose();
        }
      }}
      width="min(48rem, 100%)"
    >
      <DialogHeader>
        {sender.configured ? sender.title : `Set up ${sender.title}`}
      </DialogHeader>
      <DialogBody>
        <div className={partStyles.dialog}>
          {sender.configured ? undefined : (
            <>
              <Snippet
                label="Lines for the configuration of the portal"
                text={snippet}
              />
              <p className={partStyles.text}>
                Put the secret into the environment of the portal under that
                name, and restart it. Give the sender the same secret.
              </p>
            </>
          )}
          <Address sender={sender.id} />
          <p className={partStyles.text}>
            It proves who it is with {proof}.{' '}
            <Link href={helpPath}>Step by step</Link>.{' '}
            <Link href={inboxHelpPath}>Secrets and how to replace them</Link>.
          </p>
          {sender.counts.length > 0 ? (
            <Events counts={sender.counts} />
          ) : undefined}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
