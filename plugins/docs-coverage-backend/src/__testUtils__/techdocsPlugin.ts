import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { Router } from 'express';

/** Pages of sites, by the reference of the entity and the path within the site. */
export type Sites = Record<string, Record<string, string>>;

/** Publishes sites as the TechDocs backend does. `broken` is the reference of one that it fails on. */
export function techdocsPlugin(sites: Sites, broken?: string) {
  return createBackendPlugin({
    pluginId: 'techdocs',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          const router = Router();
          router.get(
            '/metadata/techdocs/:namespace/:kind/:name',
            (req, res) => {
              const { namespace, kind, name } = req.params;
              const ref = `${kind}:${namespace}/${name}`;
              const pages = Object.hasOwn(sites, ref) ? sites[ref] : undefined;
              if (ref === broken) {
                res.status(500).json({ error: { message: 'Disk is full' } });
              } else if (pages) {
                res.json({
                  build_timestamp: Date.parse('2026-01-31T12:00:00Z'),
                  etag: JSON.stringify(pages),
                  files: Object.keys(pages),
                });
              } else {
                res.status(404).json({ error: { message: 'Not built' } });
              }
            },
          );
          router.get('/static/docs/:namespace/:kind/:name/*', (req, res) => {
            const { namespace, kind, name } = req.params;
            const page = (req.params as Record<string, string>)[0];
            const html = sites[`${kind}:${namespace}/${name}`]?.[page];
            res.status(html === undefined ? 404 : 200).send(html);
          });
          httpRouter.use(router);
        },
      });
    },
  });
}
