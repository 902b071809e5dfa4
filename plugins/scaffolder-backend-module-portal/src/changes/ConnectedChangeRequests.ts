import { ConflictError } from '@backstage/errors';
import type {
  ChangeRequests,
  ChangeRequestsExtensionPoint,
} from './changeRequestsExtensionPoint';

/** The one service management that keeps changes, if any. */
export class ConnectedChangeRequests implements ChangeRequestsExtensionPoint {
  #changeRequests: ChangeRequests | undefined;

  private constructor() {}

  static create(): ConnectedChangeRequests {
    return new ConnectedChangeRequests();
  }

  setChangeRequests(changeRequests: ChangeRequests): void {
    if (this.#changeRequests) {
      throw new ConflictError(
        `Changes go to ${this.#changeRequests.title} and can't go to ${
          changeRequests.title
        } too; install one module that fills changeRequestsExtensionPoint`,
      );
    }
    this.#changeRequests = changeRequests;
  }

  get(): ChangeRequests | undefined {
    return this.#changeRequests;
  }
}
