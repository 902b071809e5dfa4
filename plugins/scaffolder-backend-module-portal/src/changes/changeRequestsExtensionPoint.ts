import {
  createExtensionPoint,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';

/**
 * A change that a run of a template wants, for the service management that keeps it.
 *
 * @public
 */
export type ChangeRequest = {
  /** The same for each attempt of one step of one run: asking with it again answers what is there. */
  key: string;
  title: string;
  description: string;
  /** What is changed, as complete references. */
  entityRefs: string[];
  /** Names of environments. */
  environments: string[];
  taskId: string;
  templateRef?: string;
  /** Reference of who runs the template. */
  requestedBy?: string;
};

/**
 * A change that is kept.
 *
 * @public
 */
export type OpenedChange = {
  /** As people name it, such as CHG0030001. */
  id: string;
  /** Its page. */
  url?: string;
};

/**
 * Keeps changes, in a service management.
 *
 * @public
 */
export interface ChangeRequests {
  /** Where, for people, such as the name of the tool. */
  readonly title: string;

  /** Opens a change, or answers the one of the same key. Throws what people should read. */
  open(
    request: ChangeRequest,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<OpenedChange>;
}

/**
 * Where a module says what keeps the changes of `portal:change:open`. There is one.
 *
 * @public
 */
export interface ChangeRequestsExtensionPoint {
  setChangeRequests(changeRequests: ChangeRequests): void;
}

/**
 * See {@link ChangeRequestsExtensionPoint}.
 *
 * @public
 */
export const changeRequestsExtensionPoint =
  createExtensionPoint<ChangeRequestsExtensionPoint>({
    id: 'scaffolder.portal.change-requests',
  });
