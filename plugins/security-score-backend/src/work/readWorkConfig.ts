import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** The settings of exceptions and of who is told what. */
export type WorkConfig = {
  /** Who is told of what nobody owns. */
  fallbackOwner?: string;
  /** Who is told that an exception waits. */
  approvers: string[];
  tellsBreaches: boolean;
  /** Days after which the group above is told; absent: never. */
  escalateAfterDays?: number;
  /** Days before the end of an exception on which who asked for it is told. */
  warnDays: number;
};

const usualEscalation = 7;
const usualWarning = 7;

/** Reads `securityScore.notifications` and `securityScore.exceptions`. */
export function readWorkConfig(root: Config): WorkConfig {
  const config = root.getOptionalConfig('securityScore');
  const days = (key: string, usual: number): number => {
    const value = config?.getOptionalNumber(key) ?? usual;
    if (!(value >= 0 && value <= 365)) {
      throw new InputError(
        `securityScore.${key}: found ${value}, expected a number of days from 0 to 365`,
      );
    }
    return value;
  };
  const escalation = days('notifications.escalateAfterDays', usualEscalation);
  return {
    fallbackOwner: config?.getOptionalString('notifications.fallbackOwner'),
    approvers: config?.getOptionalStringArray('exceptions.approvers') ?? [],
    tellsBreaches:
      config?.getOptionalBoolean('notifications.overdue.enabled') ?? true,
    ...(escalation > 0 && { escalateAfterDays: escalation }),
    warnDays: days('exceptions.warnDays', usualWarning),
  };
}
