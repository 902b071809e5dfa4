import { Alert } from '@backstage/ui';
import styles from './parts.module.css';

/** In place of what the reader may not see, known before anything is asked for. */
export function NoPermission(props: {
  /** What is not shown, in the plural. */
  subject: string;
  permission: { name: string };
}) {
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={`You may not see ${props.subject}`}
      description={`They need the permission ${props.permission.name}. An administrator of this portal can grant it by adding one of your groups to a role that holds it.`}
    />
  );
}

/** Why the buttons of a page are not there. */
export function ReadOnlyNote(props: {
  /** What can't be done, as in "Setting budgets". */
  doing: string;
  permission: { name: string };
  /** As usePermission answers. */
  access: { allowed: boolean; loading: boolean };
}) {
  const { doing, permission, access } = props;
  return access.loading || access.allowed ? null : (
    <p className={styles.small}>
      {doing} needs the permission {permission.name}, which an administrator can
      grant.
    </p>
  );
}
