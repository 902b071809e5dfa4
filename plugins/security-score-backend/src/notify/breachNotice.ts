import type { NotificationPayload } from '@backstage/plugin-notifications-common';

/** What people can mute, or send elsewhere. */
export const overdueTopic = 'security-overdue';

/** A finding whose time to fix is over. */
export type Breach = {
  ref: string;
  name: string;
  /** As the database has it: 5 is critical. */
  severity: number;
};

const severityNames = ['unknown', 'info', 'low', 'medium', 'high', 'critical'];
const critical = 5;
const mostNames = 5;

/** What an owner is told of all that became overdue at once, or the group above of what stayed so. */
export function breachNotice(
  breaches: readonly Breach[],
  options: { recipient: string; step: 'overdue' | 'escalated' },
): NotificationPayload {
  const { recipient, step } = options;
  const services = [...new Set(breaches.map(({ ref }) => ref))].sort();
  const worst = [...breaches].sort(
    (one, other) =>
      other.severity - one.severity || one.name.localeCompare(other.name),
  );
  const count =
    breaches.length === 1
      ? '1 security finding is'
      : `${breaches.length} security findings are`;
  const where =
    services.length === 1 ? services[0] : `${services.length} services`;
  const names = [...new Set(worst.map(({ name }) => name))];
  const scope = services.length === 1 ? services[0] : recipient;
  return {
    title:
      step === 'overdue'
        ? `${count} past the time to fix: ${where}`
        : `${count} still past the time to fix: ${where}`,
    description: `${spellSeverities(breaches)}. ${names
      .slice(0, mostNames)
      .join(', ')}${
      names.length > mostNames ? ` and ${names.length - mostNames} others` : ''
    }.${
      step === 'escalated'
        ? ' The owners were told before; you are above them.'
        : ''
    }`,
    link: `/security/findings?${new URLSearchParams({
      scope,
      overdue: 'true',
    })}`,
    severity: worst[0].severity === critical ? 'critical' : 'high',
    topic: overdueTopic,
  };
}

/** Such as `2 critical, 1 high`. */
function spellSeverities(breaches: readonly Breach[]): string {
  return severityNames
    .map((name, severity) => ({
      name,
      count: breaches.filter(breach => breach.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .reverse()
    .map(({ name, count }) => `${count} ${name}`)
    .join(', ');
}
