import { useEntityHref } from '@portal/plugin-metrics-react';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { PersonalBoard } from '@portal/plugin-dashboards-common';
import type { LoadedBoard } from '../../board';

/** Who keeps a board, and who sees it. */
export function KeptBy({ board, personal }: LoadedBoard) {
  if (!personal) {
    return (
      <>
        Kept by <EntityName entityRef={board.owner} />.
      </>
    );
  }
  return (
    <>
      {personal.mine ? (
        'Yours, '
      ) : (
        <>
          Kept by <EntityName entityRef={personal.ownerRef} />,{' '}
        </>
      )}
      <Sharing {...personal} />.
    </>
  );
}

function Sharing({ sharing }: Pick<PersonalBoard, 'sharing'>) {
  switch (sharing.with) {
    case 'group':
      return (
        <>
          shared with <EntityName entityRef={sharing.groupRef} />
        </>
      );
    case 'everyone':
      return <>shared with everyone</>;
    default:
      return <>private</>;
  }
}

function EntityName({ entityRef }: { entityRef: string }) {
  const linkTo = useEntityHref();
  const { primaryTitle } = useEntityPresentation(entityRef);
  return (
    <Link href={linkTo(entityRef)}>
      <bdi>{primaryTitle}</bdi>
    </Link>
  );
}
