import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';

/**
 * The annotations that the portal reads.
 */
export const annotationsModelLayer = createCatalogModelLayer({
  layerId: 'portal/annotations',
  builder: model => {
    model.addAnnotation({
      name: 'portal/delivery-git',
      title: 'Delivery history',
      description:
        'Path or URL of the Git repository that the delivery figures of the component are read from.',
    });
    model.addAnnotation({
      name: 'portal/delivery-git-releases',
      title: 'Releases',
      description:
        'Pattern of the tags that are releases, or main where each commit of the default branch is delivered.',
    });
    model.addAnnotation({
      name: 'portal/health-checks',
      title: 'Health checks',
      description:
        'What is probed in which environment, such as PROD1=https://shop.example.com/health; UAT1=tcp://shop-uat.example.com:443.',
    });
    model.addAnnotation({
      name: 'portal/health-objective',
      title: 'Objective of availability',
      description: 'In percent, such as 99.9.',
    });
    model.addAnnotation({
      name: 'portal/environments',
      title: 'Environments',
      description:
        'Names of the environments that it was made for, in the order of promotion, such as DEV1,PROD1.',
    });
    model.addAnnotation({
      name: 'portal/security-report',
      title: 'Security reports',
      description:
        'Addresses that reports of scanners are fetched from, with commas or spaces between them.',
    });
    model.addAnnotation({
      name: 'portal/template',
      title: 'Template',
      description: 'Reference of the software template that made it.',
    });
    model.addAnnotation({
      name: 'portal/template-version',
      title: 'Version of the template',
      description:
        'On a template its version, on what it made the version of that day: a whole number.',
    });
    model.addAnnotation({
      name: 'portal/demo',
      title: 'Demo',
      description:
        'The text "true" on an entity that belongs to the demo organisation.',
    });
    model.addAnnotation({
      name: 'portal/demo-delivery',
      title: 'Demo delivery',
      description:
        'How the team of a demo component delivers: elite, high, medium or low.',
      schema: {
        jsonSchema: {
          type: 'string',
          enum: ['elite', 'high', 'medium', 'low'],
        },
      },
    });
  },
});
