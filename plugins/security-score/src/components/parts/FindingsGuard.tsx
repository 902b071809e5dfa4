import type { ReactNode } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  securityFindingReadPermission,
  securityOwnFindingReadPermission,
} from '@portal/plugin-security-score-common';
import { NoPermission } from '@portal/plugin-metrics-react';
import { findingsSubject } from '../../words';

/** Asks for findings only where the reader may read some: all of them, or those of the own teams. */
export function FindingsGuard(props: {
  children: ReactNode;
  /** Says nothing where they may not be read: something else on the page does. */
  quiet?: boolean;
}) {
  const all = usePermission({ permission: securityFindingReadPermission });
  const own = usePermission({ permission: securityOwnFindingReadPermission });
  if (all.allowed || own.allowed) {
    return <>{props.children}</>;
  }
  if (all.loading || own.loading || props.quiet) {
    return null;
  }
  return (
    <NoPermission
      subject={findingsSubject.subject}
      permission={{ name: findingsSubject.permission }}
    />
  );
}
