import type { WidgetDefinition } from './WidgetDefinition';

/**
 * Where a team works: its time zones, its working hours and when they overlap.
 *
 * @public
 */
export const worldClockWidget: WidgetDefinition = {
  name: 'WorldClockWidget',
  title: 'World clock',
  description:
    'What time it is where the team works, who is at work now, and when working hours overlap.',
  size: { width: 4, height: 5, minWidth: 3, minHeight: 3 },
  settings: {
    type: 'object',
    properties: {
      places: {
        type: 'array',
        title: 'Places',
        description: 'In the order in which they are shown.',
        maxItems: 12,
        default: [],
        items: {
          type: 'object',
          required: ['name', 'zone'],
          properties: {
            name: {
              type: 'string',
              title: 'Name',
              minLength: 1,
              maxLength: 60,
            },
            zone: {
              type: 'string',
              title: 'Time zone',
              description: 'An IANA name, such as Europe/Oslo.',
              format: 'time-zone',
            },
            from: {
              type: 'string',
              title: 'Work begins',
              default: '09:00',
              pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
            },
            to: {
              type: 'string',
              title: 'Work ends',
              description: 'Before the beginning: on the next day.',
              default: '17:00',
              pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
            },
            days: {
              type: 'array',
              title: 'Working days',
              uniqueItems: true,
              default: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
              items: {
                type: 'string',
                title: 'Day',
                enum: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
              },
            },
          },
        },
      },
    },
  },
};

/**
 * What the catalog holds.
 *
 * @public
 */
export const serviceCatalogWidget: WidgetDefinition = {
  name: 'ServiceCatalogWidget',
  title: 'Service catalog',
  description:
    'How many services, libraries, APIs and resources there are, and which of them have no owner or no source any more.',
  size: { width: 4, height: 5, minWidth: 3, minHeight: 3 },
  settings: {
    type: 'object',
    properties: {
      owner: {
        type: 'string',
        title: 'Owner',
        description:
          'Only what this group owns, such as group:default/payments.',
        format: 'entity-ref',
      },
      system: {
        type: 'string',
        title: 'System',
        description:
          'Only what is part of this system, such as system:default/booking.',
        format: 'entity-ref',
      },
      lifecycle: {
        type: 'string',
        title: 'Lifecycle',
        description: 'Only this lifecycle, such as production.',
      },
    },
  },
};

/**
 * Text of the board's own.
 *
 * @public
 */
export const markdownWidget: WidgetDefinition = {
  name: 'MarkdownWidget',
  title: 'Note',
  description:
    'Text in Markdown: what this board is for, how to reach the team, what to do first.',
  size: { width: 4, height: 4 },
  settings: {
    type: 'object',
    required: ['text'],
    properties: {
      text: {
        type: 'string',
        title: 'Text',
        description: 'Markdown, without HTML.',
        minLength: 1,
        maxLength: 10_000,
      },
    },
  },
};

/**
 * Ways to other pages.
 *
 * @public
 */
export const linksWidget: WidgetDefinition = {
  name: 'LinksWidget',
  title: 'Links',
  description: 'The pages that a team opens every day.',
  size: { width: 3, height: 4 },
  settings: {
    type: 'object',
    required: ['links'],
    properties: {
      links: {
        type: 'array',
        title: 'Links',
        minItems: 1,
        maxItems: 40,
        items: {
          type: 'object',
          required: ['title', 'url'],
          properties: {
            title: {
              type: 'string',
              title: 'Title',
              minLength: 1,
              maxLength: 80,
            },
            url: {
              type: 'string',
              title: 'Address',
              description:
                'An address of this portal, such as /catalog, or one that begins with https.',
              pattern: '^(/(?!/)|https?://)',
            },
            description: {
              type: 'string',
              title: 'What is there',
              maxLength: 160,
            },
          },
        },
      },
    },
  },
};

/**
 * What people should know.
 *
 * @public
 */
export const announcementsWidget: WidgetDefinition = {
  name: 'AnnouncementsWidget',
  title: 'Announcements',
  description:
    'What teams want everybody to know: the announcements in the catalog that are for you, the most important first.',
  size: { width: 4, height: 4, minWidth: 3, minHeight: 2 },
  settings: {
    type: 'object',
    properties: {
      owner: {
        type: 'string',
        title: 'Owner',
        description:
          'Only those of this group, such as group:default/platform.',
        format: 'entity-ref',
      },
    },
  },
};

/**
 * What the reader was told and has not read.
 *
 * @public
 */
export const notificationsWidget: WidgetDefinition = {
  name: 'NotificationsWidget',
  title: 'Unread notifications',
  description: 'What you were told and have not read yet, the newest first.',
  size: { width: 4, height: 5, minWidth: 3, minHeight: 3 },
  settings: {
    type: 'object',
    properties: {
      limit: {
        type: 'integer',
        title: 'How many',
        minimum: 1,
        maximum: 50,
        default: 10,
      },
    },
  },
};

/**
 * The widgets that belong to no other plugin.
 *
 * @public
 */
export const standardWidgets: readonly WidgetDefinition[] = [
  worldClockWidget,
  serviceCatalogWidget,
  markdownWidget,
  linksWidget,
  announcementsWidget,
  notificationsWidget,
];
