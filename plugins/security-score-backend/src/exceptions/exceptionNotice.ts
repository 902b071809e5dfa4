import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { SecurityException } from '@portal/plugin-security-score-common';

/** What people can mute, or send elsewhere. */
export const exceptionTopic = 'security-exception';

const titles = {
  proposed: 'An exception waits for a decision',
  approved: 'Your exception was approved',
  rejected: 'Your exception was rejected',
  ending: 'Your exception ends soon',
};

/** What somebody is told of an exception. */
export function exceptionNotice(
  exception: SecurityException,
  what: keyof typeof titles,
): NotificationPayload {
  const { id, entityRef, findings, expiresAt, decisionReason } = exception;
  const [first] = findings;
  const names =
    findings.length > 1
      ? `${findings.length} findings, ${first.name} among them`
      : first?.name ?? 'what is no longer there';
  const day = expiresAt.slice(0, 10);
  const parts = [
    `It is for ${names}, until ${day}.`,
    what === 'ending' && 'After that they are open again, unless you renew it.',
    what === 'proposed' && `${exception.requestedBy} says: ${exception.reason}`,
    (what === 'approved' || what === 'rejected') && decisionReason,
  ];
  return {
    title: `${titles[what]}: ${entityRef}`,
    description: parts.filter(Boolean).join(' '),
    link: `/security/exceptions?${new URLSearchParams({ exception: id })}`,
    severity: what === 'approved' ? 'low' : 'normal',
    topic: exceptionTopic,
  };
}
