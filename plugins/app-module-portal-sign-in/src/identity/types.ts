import type {
  BackstageIdentityResponse,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';

/** Who is signed in, with the token that proves it. */
export type Session = {
  profile: ProfileInfo;
  backstageIdentity: BackstageIdentityResponse;
};

/** Where a way of signing in gets its sessions. */
export interface SessionSource {
  /** Signs in because somebody asked for it; may open a window. */
  signIn(): Promise<Session>;
  /** Continues an earlier sign-in without asking anybody anything; fails when that is over. */
  resume(): Promise<Session>;
  /** Ends the session on the server, where there is one. */
  signOut(): Promise<void>;
}
