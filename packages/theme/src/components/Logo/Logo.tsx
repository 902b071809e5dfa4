import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import styles from './Logo.module.css';
import { LogoMark } from './LogoMark';

/**
 * The mark with the portal's name (`app.title`) and, smaller, the organisation's (`organization.name`).
 *
 * @public
 */
export function Logo() {
  const config = useApi(configApiRef);
  const organization = config.getOptionalString('organization.name');
  return (
    <span className={styles.logo}>
      <LogoMark />
      <span className={styles.words}>
        <span className={styles.name}>
          {config.getOptionalString('app.title') ?? 'Portal'}
        </span>
        {organization && (
          <span className={styles.organization}>{organization}</span>
        )}
      </span>
    </span>
  );
}
