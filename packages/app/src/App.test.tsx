import { render, screen } from '@testing-library/react';
import App from './App';

it('opens with the ways to sign in', async () => {
  // The build puts the configuration here, as an object.
  Object.defineProperty(process, 'env', {
    value: {
      ...process.env,
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Portal', baseUrl: 'http://localhost' },
            auth: { environment: 'development', providers: { guest: {} } },
            backend: { baseUrl: 'http://localhost' },
            techdocs: { builder: 'local' },
          },
        },
      ],
    },
  });
  render(App.createRoot());

  // The first time, loading compiles the whole frontend.
  expect(
    await screen.findByRole(
      'heading',
      { name: 'Portal' },
      { timeout: 100_000 },
    ),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole('button', { name: /guest/i }, { timeout: 20_000 }),
  ).toBeInTheDocument();
}, 120_000);
