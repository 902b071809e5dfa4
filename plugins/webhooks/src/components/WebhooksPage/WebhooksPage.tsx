import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink, Container } from '@backstage/ui';
import { LoadFailure, useWhileVisible } from '@portal/plugin-metrics-react';
import { webhooksApiRef } from '../../api';
import { useDeadLetters, useLive } from '../../hooks';
import { consumerParam, deliveryParam, inboxHelpPath } from '../../routes';
import { inboxSubject } from '../../words';
import { ConsumerList } from '../ConsumerList';
import { ConsumerSelect, DeadLetterList } from '../DeadLetterList';
import { DeliveryDialog } from '../DeliveryDialog';
import { Section } from '../parts';
import { SenderList } from '../SenderList';
import { Answer } from './Answer';
import styles from './WebhooksPage.module.css';

/** Milliseconds between two looks at the inbox. */
const interval = 15_000;

/** The webhook inbox: who sends, who reads, and what was given up. */
export function WebhooksPage() {
  const api = useApi(webhooksApiRef);
  const [params, setParams] = useSearchParams();
  const consumer = params.get(consumerParam) ?? undefined;
  const delivery = params.get(deliveryParam) ?? undefined;
  const choose = (name: string, value?: string) =>
    setParams(
      current => {
        const next = new URLSearchParams(current);
        if (value === undefined) {
          next.delete(name);
        } else {
          next.set(name, value);
        }
        return next;
      },
      { preventScrollReset: true },
    );

  const senders = useLive(
    useCallback(signal => api.getSenders({ signal }), [api]),
  );
  const consumers = useLive(
    useCallback(signal => api.getConsumers({ signal }), [api]),
  );
  const letters = useDeadLetters(consumer);

  const { refresh: refreshSenders } = senders;
  const { refresh: refreshConsumers, reload: reloadConsumers } = consumers;
  const { refresh: refreshLetters, reload: reloadLetters } = letters;
  useWhileVisible(
    useCallback(() => {
      refreshSenders();
      refreshConsumers();
      refreshLetters();
    }, [refreshSenders, refreshConsumers, refreshLetters]),
    interval,
  );
  const reloadChanged = useCallback(() => {
    reloadConsumers();
    reloadLetters();
  }, [reloadConsumers, reloadLetters]);

  if (
    senders.result.state === 'failed' &&
    consumers.result.state === 'failed'
  ) {
    return (
      <Container>
        <LoadFailure
          {...inboxSubject}
          error={senders.result.error}
          onRetry={() => {
            senders.reload();
            reloadChanged();
          }}
        />
      </Container>
    );
  }
  const isEmpty =
    senders.result.state === 'ready' &&
    senders.result.value.items.every(({ counts }) => counts.length === 0);
  const shown =
    letters.result.state === 'ready' ? letters.result.value.items : [];
  const known =
    consumers.result.state === 'ready' ? consumers.result.value.items : [];
  return (
    <Container>
      <div className={styles.page}>
        <Answer senders={senders.result} consumers={consumers.result} />
        {isEmpty ? (
          <Alert
            status="info"
            icon
            title="Nothing has arrived yet"
            description="Give a tool the address of the portal and a secret: set up one of the senders below, then send a test delivery."
            customActions={
              <ButtonLink size="small" variant="secondary" href={inboxHelpPath}>
                How webhooks are set up
              </ButtonLink>
            }
          />
        ) : undefined}
        <Section
          id="senders"
          title="Senders"
          meaning="Who may send to this portal, and what became of the requests. Unauthorised, malformed and too large ones were refused: nothing of them was kept."
          live={senders}
        >
          {({ items }) => <SenderList senders={items} />}
        </Section>
        <Section
          id="consumers"
          title="Consumers"
          meaning="What reads deliveries, each at its own pace."
          live={consumers}
        >
          {({ items }) => (
            <ConsumerList consumers={items} onChange={reloadChanged} />
          )}
        </Section>
        <Section
          id="dead-letters"
          title="Dead letters"
          meaning="Deliveries that a consumer failed on as often as it may. They are kept. Mend the cause, then replay them."
          live={letters}
          controls={
            <ConsumerSelect
              consumer={consumer}
              consumers={known.map(({ name }) => name)}
              onSelect={name => choose(consumerParam, name)}
            />
          }
        >
          {value => (
            <DeadLetterList
              letters={value}
              consumer={consumer}
              onOpen={({ deliveryId }) => choose(deliveryParam, deliveryId)}
              onLoadMore={letters.loadMore}
              onChange={reloadChanged}
            />
          )}
        </Section>
        <p className={styles.detail}>
          The page looks again every 15 seconds while you see it.
        </p>
      </div>
      {delivery ? (
        <DeliveryDialog
          id={delivery}
          letter={shown.find(({ deliveryId }) => deliveryId === delivery)}
          onClose={() => choose(deliveryParam)}
        />
      ) : undefined}
    </Container>
  );
}
