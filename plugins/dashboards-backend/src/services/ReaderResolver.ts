import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Reader } from '../database/BoardStore';

/** Who a person is, and which groups the person belongs to: those of the sign-in. */
export class ReaderResolver {
  readonly #userInfo: UserInfoService;

  static create(options: { userInfo: UserInfoService }): ReaderResolver {
    return new ReaderResolver(options.userInfo);
  }

  private constructor(userInfo: UserInfoService) {
    this.#userInfo = userInfo;
  }

  async resolve(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Reader> {
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    return { userRef: userEntityRef, groupRefs: ownershipEntityRefs };
  }
}
