/** A provider at which users sign in with a session of their own. */
export type OAuthOption = {
  kind: 'oauth';
  id: 'oidc' | 'github' | 'microsoft';
  title: string;
};

/** Looking around without a name, on this machine only. */
export type GuestOption = { kind: 'guest'; id: 'guest' };

/** A person of the demo organisation, to try out a role. */
export type PersonaOption = {
  kind: 'persona';
  id: `demo:${string}`;
  persona: string;
  role: string;
  name: string;
  description: string;
};

/** A way to sign in that the configuration offers. Its id is unique, and is what is remembered. */
export type SignInOption = OAuthOption | GuestOption | PersonaOption;
