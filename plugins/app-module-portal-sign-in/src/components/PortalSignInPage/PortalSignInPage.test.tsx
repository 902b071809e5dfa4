import { ConfigReader } from '@backstage/config';
import {
  type BackstageIdentityApi,
  configApiRef,
  discoveryApiRef,
  githubAuthApiRef,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { JsonObject } from '@backstage/types';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PortalSignInPage } from './PortalSignInPage';

const localConfig: JsonObject = {
  app: { title: 'Harbour' },
  organization: { name: 'Example Ltd' },
  auth: { providers: { guest: {}, demo: {} } },
  portal: {
    demo: true,
    signIn: {
      personas: [
        {
          id: 'reader',
          role: 'Reader',
          name: 'Rosa',
          description: 'Looks at everything',
        },
        {
          id: 'member',
          role: 'Member',
          name: 'Max',
          description: 'Builds software',
        },
      ],
    },
  },
};

const identity = {
  type: 'user' as const,
  userEntityRef: 'user:default/max',
  ownershipEntityRefs: [],
};

function answerWith(status: number, body: object) {
  const requests: string[] = [];
  jest.spyOn(global, 'fetch').mockImplementation(async input => {
    requests.push(String(input));
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    });
  });
  return requests;
}

function renderPage(config: JsonObject, githubApi?: object) {
  const signedIn: IdentityApi[] = [];
  render(
    <TestApiProvider
      apis={[
        [configApiRef, new ConfigReader(config)],
        [
          discoveryApiRef,
          { getBaseUrl: async (id: string) => `http://portal/api/${id}` },
        ],
        [githubAuthApiRef, githubApi as typeof githubAuthApiRef.T],
      ]}
    >
      <PortalSignInPage onSignInSuccess={api => signedIn.push(api)} />
    </TestApiProvider>,
  );
  return signedIn;
}

describe('PortalSignInPage', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => jest.restoreAllMocks());

  it('shows guest and personas, and signs in as the chosen one', async () => {
    const requests = answerWith(200, {
      profile: { displayName: 'Max' },
      backstageIdentity: { token: 'a', expiresInSeconds: 3600, identity },
    });
    const signedIn = renderPage(localConfig);

    await screen.findByRole('heading', { level: 1, name: 'Harbour' });
    screen.getByText('Example Ltd');
    screen.getByRole('button', { name: 'Continue as guest' });
    const member = screen.getByRole('button', { name: 'Member Max' });
    expect(member).toHaveAccessibleDescription('Builds software');
    expect(requests).toEqual([]);

    await userEvent.click(member);
    await waitFor(() => expect(signedIn).toHaveLength(1));
    await expect(signedIn[0].getCredentials()).resolves.toEqual({ token: 'a' });
    await expect(signedIn[0].getProfileInfo()).resolves.toEqual({
      displayName: 'Max',
    });
    expect(requests).toEqual([
      'http://portal/api/auth/demo/refresh?persona=member',
    ]);
    expect(localStorage.getItem('portal.signIn.choice')).toBe('demo:member');

    await signedIn[0].signOut();
    expect(localStorage.getItem('portal.signIn.choice')).toBeNull();
  });

  it('is used with the keyboard alone', async () => {
    const requests = answerWith(200, {
      profile: {},
      backstageIdentity: { token: 'a', identity },
    });
    const signedIn = renderPage(localConfig);
    await screen.findByRole('button', { name: 'Continue as guest' });
    await userEvent.tab();
    expect(
      screen.getByRole('button', { name: 'Continue as guest' }),
    ).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Reader Rosa' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(signedIn).toHaveLength(1));
    expect(requests).toEqual([
      'http://portal/api/auth/demo/refresh?persona=reader',
    ]);
  });

  it('says what went wrong and lets one try again', async () => {
    answerWith(404, {
      error: { name: 'NotFoundError', message: 'Wait a minute' },
      response: { statusCode: 404 },
    });
    const signedIn = renderPage(localConfig);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reader Rosa' }),
    );
    await screen.findByText('Wait a minute');
    expect(signedIn).toEqual([]);
    expect(localStorage.getItem('portal.signIn.choice')).toBeNull();

    answerWith(200, {
      profile: {},
      backstageIdentity: { token: 'a', identity },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Reader Rosa' }));
    await waitFor(() => expect(signedIn).toHaveLength(1));
  });

  it('continues after a reload without showing anything or waiting for the answer', async () => {
    localStorage.setItem('portal.signIn.choice', 'guest');
    const requests = answerWith(200, {
      profile: {},
      backstageIdentity: { token: 'b', identity },
    });
    const signedIn = renderPage(localConfig);
    expect(signedIn).toHaveLength(1);
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
    await expect(signedIn[0].getCredentials()).resolves.toEqual({ token: 'b' });
    expect(requests).toEqual(['http://portal/api/auth/guest/refresh']);
  });

  it('does not continue with what is no longer offered', async () => {
    localStorage.setItem('portal.signIn.choice', 'guest');
    const signedIn = renderPage({ auth: { providers: {} } });
    await screen.findByText(/No sign-in provider is configured/);
    expect(signedIn).toEqual([]);
  });

  it('signs in with a provider, and says why it could not', async () => {
    const popupClosed = new Error('Login failed, popup was closed');
    popupClosed.name = 'PopupClosedError';
    const answers = [
      Promise.reject(popupClosed),
      Promise.resolve({ token: 'c', identity }),
    ];
    const asked: unknown[] = [];
    const authApi = {
      getBackstageIdentity: async options => {
        asked.push(options);
        return await answers.shift();
      },
    } satisfies BackstageIdentityApi;
    const signedIn = renderPage(
      { auth: { providers: { github: {} } } },
      { ...authApi, getProfile: async () => ({ displayName: 'Max' }) },
    );
    const button = await screen.findByRole('button', {
      name: 'Sign in with GitHub',
    });
    expect(
      screen.queryByRole('button', { name: /guest/i }),
    ).not.toBeInTheDocument();
    await userEvent.click(button);
    await screen.findByText(/was closed before you were signed in: try again/);
    await userEvent.click(button);
    await waitFor(() => expect(signedIn).toHaveLength(1));
    await expect(signedIn[0].getCredentials()).resolves.toEqual({ token: 'c' });
    expect(asked).toEqual([{ instantPopup: true }, { instantPopup: true }]);
    expect(localStorage.getItem('portal.signIn.choice')).toBe('github');
  });
});
