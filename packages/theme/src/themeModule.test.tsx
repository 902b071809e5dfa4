import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { configApiRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import { render, screen } from '@testing-library/react';
import { Logo } from './components/Logo';
import { cssVariables } from './cssVariables';
import { PortalThemeProvider } from './PortalThemeProvider';
import { colors, ThemeMode } from './tokens';

function Ground() {
  return <p>{useTheme().palette.background.default}</p>;
}

it.each(['light', 'dark'] as ThemeMode[])(
  'dresses Material UI and the CSS variables in %s',
  mode => {
    render(
      <PortalThemeProvider mode={mode}>
        <Ground />
      </PortalThemeProvider>,
    );
    expect(screen.getByText(colors[mode].app)).toBeInTheDocument();
    expect(document.body).toHaveAttribute('data-theme-mode', mode);
    expect(
      [...document.querySelectorAll('style')].map(style => style.textContent),
    ).toContain(cssVariables);
  },
);

it('shows the name and the organisation that are configured', () => {
  const config = mockApis.config({
    data: { app: { title: 'Harbour' }, organization: { name: 'Northwind' } },
  });
  render(
    <TestApiProvider apis={[[configApiRef, config]]}>
      <Logo />
    </TestApiProvider>,
  );
  expect(screen.getByText('Harbour')).toBeInTheDocument();
  expect(screen.getByText('Northwind')).toBeInTheDocument();
});
