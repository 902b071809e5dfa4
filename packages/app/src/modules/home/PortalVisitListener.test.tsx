import { identityApiRef } from '@backstage/frontend-plugin-api';
import { visitsApiRef, VisitsStorageApi } from '@backstage/plugin-home';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { act, render } from '@testing-library/react';
import { Link, MemoryRouter } from 'react-router-dom';
import { PortalVisitListener } from './PortalVisitListener';

const identity = mockApis.identity();
const visits = VisitsStorageApi.create({
  storageApi: mockApis.storage(),
  identityApi: identity,
});

function page(heading: string, who = identity) {
  return (
    <TestApiProvider
      apis={[
        [identityApiRef, who],
        [visitsApiRef, visits],
      ]}
    >
      <MemoryRouter initialEntries={['/dashboards/default/prod1']}>
        <PortalVisitListener />
        <h1>{heading}</h1>
        <Link to="/finops">Cost</Link>
      </MemoryRouter>
    </TestApiProvider>
  );
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('keeps a page under the name that it has when it is loaded, and none that was passed through', async () => {
  const { rerender, getByRole } = render(page('Dashboards'));
  rerender(page('PROD1'));
  expect(await visits.list()).toEqual([]);
  await act(() => jest.advanceTimersByTimeAsync(3_000));
  expect(await visits.list()).toEqual([
    expect.objectContaining({
      name: 'PROD1',
      pathname: '/dashboards/default/prod1',
      hits: 1,
    }),
  ]);

  await act(async () => getByRole('link').click());
  await act(() => jest.advanceTimersByTimeAsync(2_000));
  rerender(page('Cost'));
  expect(await visits.list()).toHaveLength(1);
  await act(() => jest.advanceTimersByTimeAsync(1_000));
  expect(await visits.list()).toContainEqual(
    expect.objectContaining({ name: 'Cost', pathname: '/finops' }),
  );
});

it('asks nothing while somebody signs in, nor while the page loads after that', async () => {
  let signIn = () => {};
  const signedIn = new Promise<void>(resolve => {
    signIn = resolve;
  });
  const save = jest.spyOn(visits, 'save');
  render(
    page('DEV1', {
      ...identity,
      getBackstageIdentity: async () => {
        await signedIn;
        return identity.getBackstageIdentity();
      },
    }),
  );
  await act(() => jest.advanceTimersByTimeAsync(60_000));
  signIn();
  await act(() => jest.advanceTimersByTimeAsync(2_000));
  expect(save).not.toHaveBeenCalled();
  await act(() => jest.advanceTimersByTimeAsync(1_001));
  expect(save).toHaveBeenCalledTimes(1);
  save.mockRestore();
});
