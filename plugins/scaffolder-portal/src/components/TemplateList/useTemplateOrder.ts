import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { templateOrders, type TemplateOrder } from './orderTemplates';

/** The order of the list, which the address remembers. Without one, the most used come first. */
export function useTemplateOrder(): [
  TemplateOrder,
  (order: TemplateOrder) => void,
] {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('order');
  const choose = useCallback(
    (order: TemplateOrder) => {
      // Filters are written into the address behind the router's back.
      const next = new URLSearchParams(window.location.search);
      next.set('order', order);
      setParameters(next, { replace: true });
    },
    [setParameters],
  );
  return [templateOrders.find(one => one === asked) ?? 'popularity', choose];
}
