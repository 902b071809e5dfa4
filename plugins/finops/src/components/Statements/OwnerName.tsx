import { unallocatedKey } from '@portal/plugin-finops-common';
import { KeyName } from '../parts';

/** Who is charged. */
export function OwnerName(props: { owner: string }) {
  return props.owner === unallocatedKey ? (
    <>Nobody yet</>
  ) : (
    <KeyName groupBy="owner" name={props.owner} />
  );
}
