import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import {
  announcementKind,
  announcementSeverities,
} from '@portal/plugin-widgets-common';

const date = {
  type: 'string',
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
};

const spec = {
  type: 'object',
  required: ['owner', 'text'],
  additionalProperties: false,
  properties: {
    owner: {
      type: 'string',
      minLength: 1,
      description: 'the group that says it, and takes it down',
    },
    text: {
      type: 'string',
      minLength: 1,
      maxLength: 4000,
      description: 'what people should know, in Markdown',
    },
    severity: {
      type: 'string',
      enum: [...announcementSeverities],
      description: 'how much it matters; info where it is left out',
    },
    from: {
      ...date,
      description:
        'the first day on which it is shown, such as 2026-12-01, in UTC',
    },
    until: {
      ...date,
      description:
        'the last day on which it is shown, such as 2026-12-24, in UTC',
    },
    audience: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      minItems: 1,
      description:
        'groups whose members see it; everybody where it is left out',
    },
  },
};

/** The kind `Announcement`: something that people should know, for as long as it matters. */
export const announcementModelLayer = createCatalogModelLayer({
  layerId: 'portal/announcement',
  builder: model => {
    model.addKind({
      group: 'portal',
      names: {
        kind: announcementKind,
        singular: 'announcement',
        plural: 'announcements',
      },
      description: 'Something that people should know, kept in Git.',
      versions: [
        {
          name: 'v1alpha1',
          relationFields: [
            {
              selector: { path: 'spec.owner' },
              relation: 'ownedBy',
              defaultKind: 'Group',
              defaultNamespace: 'inherit',
              allowedKinds: ['Group'],
            },
          ],
          schema: {
            jsonSchema: {
              type: 'object',
              required: ['spec'],
              properties: { spec },
            },
          },
        },
      ],
    });
    model.addRelationPair({
      fromKind: announcementKind,
      toKind: 'Group',
      description: 'Who announces it.',
      forward: { type: 'ownedBy', title: 'owned by' },
      reverse: { type: 'ownerOf', title: 'owner of' },
    });
  },
});
