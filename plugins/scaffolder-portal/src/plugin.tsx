import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { approvalsPath } from '@portal/plugin-scaffolder-portal-common';
import { RiShieldCheckLine } from '@remixicon/react';
import { scaffolderPortalApi } from './api';
import { approvalsRouteRef } from './routes';

// The list of templates loads every field of the app: each is a shell, whose component comes when a form shows it.
const environmentPicker = FormFieldBlueprint.make({
  name: 'environment-picker',
  params: {
    field: () =>
      import('./fields/EnvironmentPicker').then(m => m.environmentPickerField),
  },
});

const componentName = FormFieldBlueprint.make({
  name: 'component-name',
  params: {
    field: () =>
      import('./fields/ComponentName').then(m => m.componentNameField),
  },
});

const costPreview = FormFieldBlueprint.make({
  name: 'cost-preview',
  params: {
    field: () => import('./fields/CostPreview').then(m => m.costPreviewField),
  },
});

const filesPreview = FormFieldBlueprint.make({
  name: 'files-preview',
  params: {
    field: () => import('./fields/FilesPreview').then(m => m.filesPreviewField),
  },
});

const madeFromCard = EntityCardBlueprint.make({
  name: 'made-from',
  params: {
    type: 'info',
    // Databases, datasets and infrastructure are resources; most resources are made by no template, and that says nothing.
    filter: {
      $any: [
        { kind: 'component' },
        { 'metadata.annotations.portal/template': { $exists: true } },
      ],
    },
    loader: async () => {
      const { MadeFromCard } = await import('./components/MadeFromCard');
      return <MadeFromCard />;
    },
  },
});

const approvalsPage = PageBlueprint.make({
  name: 'approvals',
  params: {
    path: approvalsPath,
    routeRef: approvalsRouteRef,
    title: 'Approvals',
    icon: <RiShieldCheckLine />,
    loader: async () => {
      const { ApprovalsPage } = await import('./components/ApprovalsPage');
      return <ApprovalsPage />;
    },
  },
});

/**
 * Software templates in the browser: form fields, and what was made from what.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'scaffolder-portal',
  title: 'Software templates',
  routes: { approvals: approvalsRouteRef },
  extensions: [
    scaffolderPortalApi,
    approvalsPage,
    environmentPicker,
    componentName,
    costPreview,
    filesPreview,
    madeFromCard,
  ],
});
