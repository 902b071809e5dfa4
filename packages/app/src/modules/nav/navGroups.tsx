import { devToolsAdministerPermission } from '@backstage/plugin-devtools-common';
import { catalogEntityCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import { unprocessedEntitiesReadPermission } from '@backstage/plugin-catalog-unprocessed-entities-common';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import { doraTriageReadPermission } from '@portal/plugin-dora-common';
import { repositoryReadPermission } from '@portal/plugin-repositories-common';
import { webhooksDeliveryReadPermission } from '@portal/plugin-webhooks-common';
import { BasicPermission } from '@backstage/plugin-permission-common';
import {
  RiAddCircleLine,
  RiAlertLine,
  RiBookMarkedLine,
  RiBookOpenLine,
  RiBookShelfLine,
  RiDashboardLine,
  RiDatabase2Line,
  RiEyeLine,
  RiGitRepositoryLine,
  RiHome5Line,
  RiInbox2Line,
  RiLayoutGridLine,
  RiLoginBoxLine,
  RiMoneyDollarCircleLine,
  RiNotification3Line,
  RiOrganizationChart,
  RiPlugLine,
  RiRocket2Line,
  RiSearchLine,
  RiSettings3Line,
  RiShieldCheckLine,
  RiStackLine,
  RiToolsLine,
  RiServerLine,
  RiWebhookLine,
} from '@remixicon/react';
import { IconElement } from '@backstage/frontend-plugin-api';

/** One line of the navigation. */
export interface NavEntry {
  /** The words. */
  title: string;
  /** The picture, all from one set. */
  icon: IconElement;
  /** The page it leads to, by the id of its extension. Where that page is not installed, the line is left out. */
  page: string;
  /** A place on that page: the rest of the path. */
  path?: string;
  /** Who may not use the page does not see the line. */
  permission?: BasicPermission;
  /** On the bar at the bottom of a phone; everything else is in its menu. */
  onPhone?: boolean;
}

/** Lines that the same people use. */
export interface NavGroup {
  title: string;
  entries: NavEntry[];
}

/** The navigation, grouped by who uses it. What no group names is shown under {@link otherGroupTitle}. */
export const navGroups: NavGroup[] = [
  {
    title: 'Everyone',
    entries: [
      {
        title: 'Home',
        icon: <RiHome5Line size={20} />,
        page: 'page:home',
        onPhone: true,
      },
      {
        title: 'Dashboards',
        icon: <RiDashboardLine size={20} />,
        page: 'page:dashboards',
      },
      {
        title: 'Catalog',
        icon: <RiStackLine size={20} />,
        page: 'page:catalog',
        onPhone: true,
      },
      {
        title: 'Docs',
        icon: <RiBookOpenLine size={20} />,
        page: 'page:techdocs',
      },
      { title: 'APIs', icon: <RiPlugLine size={20} />, page: 'page:api-docs' },
      {
        title: 'Delivery',
        icon: <RiRocket2Line size={20} />,
        page: 'page:dora',
      },
      {
        title: 'Cost',
        icon: <RiMoneyDollarCircleLine size={20} />,
        page: 'page:finops',
      },
      {
        title: 'Security',
        icon: <RiShieldCheckLine size={20} />,
        page: 'page:security-score',
      },
      {
        title: 'Portfolio',
        icon: <RiOrganizationChart size={20} />,
        page: 'page:executive',
      },
      {
        title: 'Search',
        icon: <RiSearchLine size={20} />,
        page: 'page:search',
        onPhone: true,
      },
    ],
  },
  {
    title: 'Developers',
    entries: [
      {
        title: 'Create',
        icon: <RiAddCircleLine size={20} />,
        page: 'page:scaffolder',
      },
      {
        title: 'Approvals',
        icon: <RiShieldCheckLine size={20} />,
        page: 'page:scaffolder-portal/approvals',
        permission: taskCreatePermission,
      },
      {
        title: 'Repositories',
        icon: <RiGitRepositoryLine size={20} />,
        page: 'page:repositories',
        permission: repositoryReadPermission,
      },
      {
        title: 'Register existing',
        icon: <RiLoginBoxLine size={20} />,
        page: 'page:catalog-import',
        permission: catalogEntityCreatePermission,
      },
      {
        title: 'Libraries',
        icon: <RiBookShelfLine size={20} />,
        page: 'page:catalog/libraries',
      },
      {
        title: 'Datasets',
        icon: <RiDatabase2Line size={20} />,
        page: 'page:catalog/datasets',
      },
      {
        title: 'Environments',
        icon: <RiServerLine size={20} />,
        page: 'page:catalog/environments',
      },
      {
        title: 'What runs where',
        icon: <RiLayoutGridLine size={20} />,
        page: 'page:dora/environments',
      },
      {
        title: 'Docs coverage',
        icon: <RiBookMarkedLine size={20} />,
        page: 'page:docs-coverage',
      },
    ],
  },
  {
    title: 'Platform',
    entries: [
      {
        title: 'Delivery triage',
        icon: <RiInbox2Line size={20} />,
        page: 'page:dora/triage',
        permission: doraTriageReadPermission,
      },
      {
        title: 'Webhooks',
        icon: <RiWebhookLine size={20} />,
        page: 'page:webhooks',
        permission: webhooksDeliveryReadPermission,
      },
      {
        title: 'Unprocessed entities',
        icon: <RiAlertLine size={20} />,
        page: 'page:devtools',
        path: 'unprocessed-entities',
        permission: unprocessedEntitiesReadPermission,
      },
      {
        title: 'DevTools',
        icon: <RiToolsLine size={20} />,
        page: 'page:devtools',
        permission: devToolsAdministerPermission,
      },
      {
        title: 'App structure',
        icon: <RiEyeLine size={20} />,
        page: 'page:app-visualizer',
        permission: devToolsAdministerPermission,
      },
    ],
  },
  {
    title: 'You',
    entries: [
      {
        title: 'Notifications',
        icon: <RiNotification3Line size={20} />,
        page: 'page:notifications',
        onPhone: true,
      },
      {
        title: 'Settings',
        icon: <RiSettings3Line size={20} />,
        page: 'page:user-settings',
      },
    ],
  },
];

/** Where pages go that no group names. */
export const otherGroupTitle = 'More';

/** Pages that say nothing by themselves: the graph is opened from an entity. */
export const pagesWithoutLine = ['page:catalog-graph'];
