import { fieldsOf, requireObject, textOf } from './parseJson';
import { basicOf, bearerOf, requireToken } from './secrets';
import type { Sender } from './Sender';

/**
 * Prometheus Alertmanager: https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 *
 * It repeats a notification while its alerts last. A repetition with nothing new in it is the same delivery.
 */
export const alertmanager: Sender = {
  id: 'alertmanager',
  title: 'Prometheus Alertmanager',
  keptHeaders: [],

  verify(headers, _rawBody, secrets) {
    requireToken(
      [bearerOf(headers), basicOf(headers)],
      secrets,
      'Authorization: Bearer <token>, or basic authentication with user:password as the secret',
    );
  },

  describe(_headers, { value }) {
    const body = requireObject(value);
    const event = textOf(body.status) ?? '';
    const alerts = Array.isArray(body.alerts) ? body.alerts : [];
    const field = event === 'resolved' ? 'endsAt' : 'startsAt';
    return [{ event, occurredAt: textOf(fieldsOf(alerts[0])[field]) }];
  },

  knows: event => event === 'firing' || event === 'resolved',
};
