import { useCallback } from 'react';
import { ResponseError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Skeleton,
} from '@backstage/ui';
import {
  formatNumber,
  LoadFailure,
  Snippet,
  TimeAgo,
  useLoad,
} from '@portal/plugin-metrics-react';
import type {
  WebhookDeadLetter,
  WebhookDelivery,
} from '@portal/plugin-webhooks-common';
import { webhooksApiRef } from '../../api';
import { inboxSubject, indentJson, nameDelivery } from '../../words';
import partStyles from '../parts/parts.module.css';
import styles from './DeliveryDialog.module.css';

/** Characters of a body that are shown. */
const maxShown = 20_000;

function Body(props: { body: string }) {
  const { body } = props;
  const { text, isCut } = indentJson(body, maxShown);
  return (
    <div>
      <Snippet label="Body" text={body} shown={text} />
      {isCut ? (
        <p className={partStyles.text}>
          It has {formatNumber(body.length)} characters and is cut here. Copy
          takes all of it.
        </p>
      ) : undefined}
    </div>
  );
}

function Content(props: { delivery: WebhookDelivery }) {
  const { delivery } = props;
  const headers = Object.entries(delivery.headers);
  return (
    <>
      <p className={partStyles.text}>
        Received <TimeAgo at={delivery.receivedAt} inline />
        {delivery.occurredAt ? (
          <>
            , happened <TimeAgo at={delivery.occurredAt} inline />
          </>
        ) : undefined}
        . Its key, by which a second one is recognised, is{' '}
        <code className={styles.key}>{delivery.deliveryKey}</code>; its number
        in the inbox is <code>{delivery.id}</code>.
      </p>
      <section>
        <h3 className={partStyles.heading}>Headers</h3>
        {headers.length === 0 ? (
          <p className={partStyles.text}>None of its headers is kept.</p>
        ) : (
          <dl className={styles.headers}>
            {headers.map(([name, value]) => (
              <div key={name} className={styles.header}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p className={partStyles.text}>
          Those that carry meaning; secrets and signatures are never kept.
        </p>
      </section>
      <Body body={delivery.body} />
    </>
  );
}

function Failure(props: { error: unknown; onRetry: () => void }) {
  const { error, onRetry } = props;
  if (error instanceof ResponseError && error.statusCode === 404) {
    return (
      <Alert
        role="alert"
        status="info"
        icon
        title="This delivery is no longer kept"
        description={`${error.cause.message}.`}
      />
    );
  }
  return <LoadFailure {...inboxSubject} error={error} onRetry={onRetry} />;
}

/** What was delivered: its headers and its body, and what its consumer failed with. */
export function DeliveryDialog(props: {
  id: string;
  /** The dead letter that it became, where that is known. */
  letter?: WebhookDeadLetter;
  onClose: () => void;
}) {
  const { id, letter, onClose } = props;
  const api = useApi(webhooksApiRef);
  const { result, reload } = useLoad(
    useCallback(signal => api.getDelivery({ id }, { signal }), [api, id]),
  );
  const known = result.state === 'ready' ? result.value : letter;
  return (
    <Dialog
      className={partStyles.window}
      isOpen
      onOpenChange={open => {
        if (!open) {
          onClose();
        }
      }}
      width="min(56rem, 100%)"
    >
      <DialogHeader>{known ? nameDelivery(known) : 'Delivery'}</DialogHeader>
      <DialogBody>
        <div className={partStyles.dialog}>
          {letter ? (
            <section>
              <h3 className={partStyles.heading}>
                Why the consumer {letter.consumer} gave it up
              </h3>
              <p className={styles.error}>
                <bdi>{letter.error}</bdi>
              </p>
            </section>
          ) : undefined}
          {result.state === 'loading' ? (
            <Skeleton width="100%" height={320} />
          ) : undefined}
          {result.state === 'failed' ? (
            <Failure error={result.error} onRetry={reload} />
          ) : undefined}
          {result.state === 'ready' ? (
            <Content delivery={result.value} />
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
