import type { ReactNode } from 'react';
import {
  coreExtensionData,
  PageBlueprint,
  type IconElement,
  type RouteRef,
} from '@backstage/frontend-plugin-api';
import { SubPages } from './SubPages';

/**
 * An extension of a page that is made of what is attached to it with `SubPageBlueprint`.
 *
 * @param options - `wrap`: what all of its sub-pages are within, where they share something
 */
export function createPageOfSubPages(options: {
  path: string;
  routeRef: RouteRef;
  title: string;
  icon: IconElement;
  wrap?: (page: ReactNode) => ReactNode;
}) {
  const { wrap = page => page, ...params } = options;
  return PageBlueprint.makeWithOverrides({
    *factory(originalFactory, { inputs }) {
      const page = originalFactory(params);
      for (const part of page) {
        if (part.id !== coreExtensionData.reactElement.id) {
          yield part;
        }
      }
      const paths = inputs.pages.map(each =>
        each.get(coreExtensionData.routePath),
      );
      yield coreExtensionData.reactElement(
        <>
          {wrap(
            <SubPages paths={paths}>
              {page.get(coreExtensionData.reactElement)}
            </SubPages>,
          )}
        </>,
      );
    },
  });
}
